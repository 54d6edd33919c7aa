package io.github.orgctl.cli.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.cli.host.AtomicFile;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes settings files, whole or not at all, and leaves in them what it doesn't know. */
public final class SettingsWriter {
    private final SettingsLock lock;

    public SettingsWriter(Host host) {
        lock = new SettingsLock(host);
    }

    /**
     * Writes a selection to a file, which is created if necessary.
     *
     * @throws Failure USAGE if the file is malformed; IO if it can't be written
     */
    public void write(File file, Selection selection) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(Setting.ORG.key(), selection.organization());
        changes.put(Setting.PROJECT.key(), selection.project());
        changes.put(
                Setting.MODE.key(),
                selection.mode() == null ? null : selection.mode().toString());
        if (selection.here()) {
            writing(file, () -> replace(file, changes, false));
        } else {
            writing(
                    file,
                    () -> lock.holding(() -> {
                        changes.putAll(PreviousSelection.changes(SettingsFile.read(file), selection));
                        return replace(file, changes, true);
                    }));
        }
    }

    /**
     * Updates the selection in the user's file if the selected organization or project was renamed.
     *
     * @return whether it was selected under its previous name
     * @throws Failure USAGE if the file is malformed; IO if it can't be written
     */
    public boolean follow(File file, Selection renamed) {
        if (PreviousSelection.following(SettingsFile.read(file), renamed).isEmpty()) {
            return false;
        }
        writing(
                file,
                () -> lock.holding(() -> {
                    Map<String, String> changes = PreviousSelection.following(SettingsFile.read(file), renamed);
                    return replace(file, changes, true);
                }));
        return true;
    }

    /**
     * Sets a key in one of the user's files.
     *
     * @param value null to remove it
     * @return its previous value, or null
     * @throws Failure USAGE if the file is malformed; IO if it can't be written
     */
    String put(File file, String key, String value) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(key, value);
        return writing(file, () -> lock.holding(() -> replace(file, changes, true)))
                .get(key);
    }

    /** The file of a directory is written without the lock, which is in a folder that may not be writable. */
    private static Map<String, String> writing(File file, SettingsLock.Change<Map<String, String>> work) {
        try {
            return work.make();
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO,
                    "can't write the settings file " + file + ": " + AtomicFile.reason(exception),
                    "check that you may write in " + file.getParent(),
                    exception);
        }
    }

    /**
     * Changes a file to these values, of which null removes a key; returns the values that it had. An existing file keeps
     * its permissions.
     *
     * @param ownerOnly whether only its owner may read a new file
     */
    private static Map<String, String> replace(File file, Map<String, String> changes, boolean ownerOnly)
            throws IOException {
        SettingsFile before = SettingsFile.editable(file);
        if (!before.holds(changes)) {
            PrivateFolder.create(file.getAbsoluteFile().getParentFile().toPath());
            new AtomicFile(file.toPath())
                    .write(ownerOnly && !file.exists(), out -> merge(before.content(), changes, out));
        }
        return before.values();
    }

    private static Void merge(byte[] before, Map<String, String> changes, OutputStream out) throws IOException {
        Map<String, String> open = new LinkedHashMap<>(changes);
        JsonFactory format = new JsonFactory();
        try (JsonParser parser = format.createParser(before);
                JsonGenerator json = format.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    copy(parser, json, open);
                }
            }
            for (Map.Entry<String, String> added : open.entrySet()) {
                put(json, added.getKey(), added.getValue());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return null;
    }

    private static void copy(JsonParser parser, JsonGenerator json, Map<String, String> open) throws IOException {
        String key = parser.currentName();
        parser.nextToken();
        if (open.containsKey(key)) {
            put(json, key, open.remove(key));
            parser.skipChildren();
        } else {
            json.writeFieldName(key);
            json.copyCurrentStructure(parser);
        }
    }

    private static void put(JsonGenerator json, String key, String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }
}
