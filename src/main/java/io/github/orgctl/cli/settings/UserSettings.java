package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.Host;
import java.io.File;

/** The user's own settings file, as commands change it. */
public final class UserSettings {
    private final Host host;
    private final File file;

    public UserSettings(Host host) {
        this.host = host;
        this.file = SettingsFile.ofUser(host);
    }

    /**
     * Gives a key a value.
     *
     * @param value null to remove it
     * @return the value that it had, or null
     */
    public String put(String key, String value) {
        return new SettingsWriter(host).put(file, key, value);
    }

    /** The path by which a store is found from the file, where the command line names it from the working directory. */
    public String absolute(String store) {
        return store.indexOf("://") < 0 ? host.resolve(store).toString() : store;
    }

    /** The file's path. */
    @Override
    public String toString() {
        return file.getPath();
    }
}
