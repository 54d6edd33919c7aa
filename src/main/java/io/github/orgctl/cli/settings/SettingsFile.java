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

/** A file of settings: one JSON object whose values are texts. Keys this program does not know are left alone. */
public final class SettingsFile {
    private static final String DIRECTORY_FILE = ".orgctl.json";

    private final File file;
    private final byte[] content;
    private final Map<String, String> values;

    private SettingsFile(File file, byte[] content, Map<String, String> values) {
        this.file = file;
        this.content = content;
        this.values = values;
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
     * @throws Failure USAGE when it is not a JSON object of texts; IO when it can't be read
     */
    public static SettingsFile read(File file) {
        if (file == null || !file.isFile() && !LinkLoop.isAt(file)) {
            return new SettingsFile(file, new byte[0], Map.of());
        }
        byte[] content = content(file);
        Map<String, String> plain = PlainJson.read(content);
        return new SettingsFile(file, content, plain == null ? parsed(file, content) : plain);
    }

    /** Reads with a full parser, for its error messages. */
    static Map<String, String> parsed(File file, byte[] content) {
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
                if (token != JsonToken.VALUE_STRING) {
                    throw malformed(file, "the value of '" + key + "' is not a string", null);
                }
                values.put(key, parser.getText());
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
