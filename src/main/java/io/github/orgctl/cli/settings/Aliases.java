package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.Host;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;

/**
 * The user's aliases, in a file beside the user's settings: a file of its own, so that no command reads it but one whose
 * first word is no command.
 */
public final class Aliases {
    private final File file;

    public Aliases(Host host) {
        file = new File(host.folder("XDG_CONFIG_HOME", ".config"), "aliases.json");
    }

    /** The file's path. */
    @Override
    public String toString() {
        return file.getPath();
    }

    /** What each alias stands for, by name. */
    public Map<String, String> all() {
        return new TreeMap<>(SettingsFile.read(file).values());
    }

    /** What an alias stands for, or null. */
    public String get(String name) {
        return SettingsFile.read(file).get(name);
    }

    /**
     * Says what an alias stands for.
     *
     * @param expansion null to remove it
     * @return what it stood for until now, or null
     */
    public String put(String name, String expansion) {
        return SettingsWriter.put(file, name, expansion);
    }
}
