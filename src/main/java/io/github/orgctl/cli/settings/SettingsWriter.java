package io.github.orgctl.cli.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes settings files, whole or not at all. */
public final class SettingsWriter {
    private SettingsWriter() {}

    /**
     * Makes a selection current in a file, which is made where it does not exist.
     *
     * @throws Failure USAGE when the present file is malformed; IO when it can't be written
     */
    public static void write(File file, Selection selection) {
        Map<String, String> values = new LinkedHashMap<>(SettingsFile.read(file).values());
        put(values, Setting.ORG.key(), selection.organization());
        put(values, Setting.PROJECT.key(), selection.project());
        put(
                values,
                Setting.MODE.key(),
                selection.mode() == null ? null : selection.mode().toString());
        write(file, values);
    }

    /**
     * Gives a key of a file a value.
     *
     * @param value null to remove it
     * @return the value that it had, or null
     * @throws Failure USAGE when the present file is malformed; IO when it can't be written
     */
    public static String put(File file, String key, String value) {
        Map<String, String> values = new LinkedHashMap<>(SettingsFile.read(file).values());
        String before = values.get(key);
        put(values, key, value);
        if (value == null ? before != null : !value.equals(before)) {
            write(file, values);
        }
        return before;
    }

    private static void write(File file, Map<String, String> values) {
        try {
            replace(file.toPath(), values);
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO,
                    "can't write the settings file " + file,
                    "check that you may write in " + file.getParent(),
                    exception);
        }
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    private static void replace(Path file, Map<String, String> values) throws IOException {
        PrivateFolder.create(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".orgctl", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(fresh);
                    JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
                json.writeStartObject();
                for (Map.Entry<String, String> entry : values.entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
