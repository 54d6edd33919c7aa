package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.Host;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;

/**
 * The user's aliases, in a separate file beside the user's settings, which is read only if the first word is not a
 * command.
 */
public final class Aliases {
    private final Host host;
    private final File file;

    public Aliases(Host host) {
        this.host = host;
        file = new File(host.folder("XDG_CONFIG_HOME", ".config"), "aliases.json");
    }

    /** The file's path. */
    @Override
    public String toString() {
        return file.getPath();
    }

    /** Expansions of all aliases, by name. */
    public Map<String, String> all() {
        return new TreeMap<>(SettingsFile.read(file).values());
    }

    /** Expansion of an alias, or null. */
    public String get(String name) {
        return SettingsFile.read(file).get(name);
    }

    /**
     * Defines an alias.
     *
     * @param expansion null to remove it
     * @return its previous expansion, or null
     */
    public String put(String name, String expansion) {
        return new SettingsWriter(host).put(file, name, expansion);
    }
}
