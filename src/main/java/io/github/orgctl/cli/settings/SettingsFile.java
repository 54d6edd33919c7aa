package io.github.orgctl.cli.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.LinkLoop;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of settings: one JSON object whose values are texts. Keys this program does not know are left alone. */
public final class SettingsFile {
    private static final String DIRECTORY_FILE = ".orgctl.json";

    private final File file;
    private final byte[] content;
    private final Map<String, String> values;
    private final List<Failure> faults;

    private SettingsFile(File file, byte[] content, Map<String, String> values, List<Failure> faults) {
        this.file = file;
        this.content = content;
        this.values = values;
        this.faults = faults;
    }

    /** The user's own file, whether it exists or not. */
    public static File ofUser(Host host) {
        return new File(host.folder("XDG_CONFIG_HOME", ".config"), "config.json");
    }

    /** The file that settings for a directory are written to, whether it exists or not. */
    public static File inDirectory(File directory) {
        return new File(directory, DIRECTORY_FILE);
    }

    /**
     * Reads a file; one that does not exist is empty.
     *
     * @throws Failure USAGE if it is not a JSON object of strings; IO if it can't be read
     */
    public static SettingsFile read(File file) {
        SettingsFile read = editable(file);
        if (!read.faults.isEmpty()) {
            throw read.faults.get(0);
        }
        return read;
    }

    /**
     * Reads a file to change it, tolerating invalid values: a value that is not a string counts as empty.
     *
     * @throws Failure USAGE if it is not a JSON object; IO if it can't be read
     */
    static SettingsFile editable(File file) {
        if (file == null || !file.isFile() && !LinkLoop.isAt(file)) {
            return new SettingsFile(file, new byte[0], Map.of(), List.of());
        }
        byte[] content = content(file);
        Map<String, String> plain = PlainJson.read(content);
        if (plain != null) {
            return new SettingsFile(file, content, plain, List.of());
        }
        List<Failure> faults = new ArrayList<>();
        return new SettingsFile(file, content, parsed(file, content, faults), faults);
    }

    /** Reads all valid values, and collects errors instead of throwing them. */
    static SettingsFile readable(File file) {
        try {
            return editable(file).valid();
        } catch (Failure broken) {
            return new SettingsFile(file, new byte[0], Map.of(), List.of(broken));
        }
    }

    /** This file without invalid values, which are added to the errors. */
    private SettingsFile valid() {
        Map<String, String> valid = new LinkedHashMap<>(values);
        List<Failure> all = new ArrayList<>(faults);
        for (Setting setting : Setting.values()) {
            String value = get(setting.key());
            if (value != null) {
                try {
                    Settings.check(setting, value);
                } catch (Failure wrong) {
                    all.add(new Failure(wrong.kind(), "file " + file + ": " + wrong.getMessage(), wrong.hint(), wrong));
                    valid.remove(setting.key());
                }
            }
        }
        return new SettingsFile(file, content, valid, all);
    }

    /** Reads with a full parser, for its error messages. */
    static Map<String, String> parsed(File file, byte[] content, List<Failure> faults) {
        try (JsonParser parser = new JsonFactory().createParser(content)) {
            Map<String, String> values = new LinkedHashMap<>();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed(file, "it is not a JSON object", null);
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonToken token = parser.nextToken();
                if (isOfAliases(key)) {
                    parser.skipChildren();
                    values.put(key, "");
                    continue;
                }
                if (token == JsonToken.VALUE_STRING) {
                    values.put(key, parser.getText());
                } else {
                    parser.skipChildren();
                    values.put(key, "");
                    faults.add(malformed(file, "the value of '" + key + "' is not a string", null));
                }
            }
            return values;
        } catch (JsonProcessingException exception) {
            JsonLocation location = exception.getLocation();
            String where = location == null ? "it" : "line " + location.getLineNr();
            throw malformed(file, where + " is not JSON", exception);
        } catch (IOException exception) {
            throw unreadable(file, exception);
        }
    }

    private static byte[] content(File file) {
        try {
            return Files.readAllBytes(file.toPath());
        } catch (IOException exception) {
            throw unreadable(file, exception);
        }
    }

    private static Failure unreadable(File file, IOException exception) {
        return new Failure(Failure.Kind.IO, "can't read the settings file " + file, exception.getMessage(), exception);
    }

    private static Failure malformed(File file, String why, Exception cause) {
        return new Failure(
                Failure.Kind.USAGE,
                "the settings file " + file + " is malformed: " + why,
                "expected {\"org\": \"acme\", \"project\": \"website\"}; fix or remove the file",
                cause);
    }

    File file() {
        return file;
    }

    /** The value of a key, or null. */
    String get(String key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    Map<String, String> values() {
        return values;
    }

    /** Errors in the file. */
    List<Failure> faults() {
        return faults;
    }

    /** The content as it was read. */
    byte[] content() {
        return content;
    }

    /** Whether it exists with the given values; null means that a key is missing. */
    boolean holds(Map<String, String> wanted) {
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            if (!Objects.equals(values.get(entry.getKey()), entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it tries to define aliases. */
    boolean namesAliases() {
        for (String key : values.keySet()) {
            if (isOfAliases(key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAliases(String key) {
        return key.equals("aliases") || key.startsWith("alias.");
    }

    /** The grant for trusting this file as it was read. */
    public Grant grant() {
        List<String> names = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (get(setting.key()) != null) {
                names.add(setting.key());
            }
        }
        return new Grant(Grant.Kind.SETTINGS, place(file), new Sha256().next(content), String.join(", ", names));
    }

    /** The path under which a file is trusted: without links in its folder, so that each file has one. */
    static String place(File file) {
        File absolute = file.getAbsoluteFile();
        try {
            return new File(absolute.getParentFile().getCanonicalFile(), absolute.getName()).getPath();
        } catch (IOException unresolvable) {
            return absolute.getPath();
        }
    }
}
