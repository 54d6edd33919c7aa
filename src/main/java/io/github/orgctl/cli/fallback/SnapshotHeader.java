package io.github.orgctl.cli.fallback;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The readable beginning of a snapshot, which its ciphertext is bound to.
 *
 * @param environmentId of the environment that was found then
 * @param readAt when the values were read from the store
 */
record SnapshotHeader(SnapshotRequest request, String environmentId, long revision, Instant readAt) {
    private static final String FORMAT = "orgctl-fallback ";
    private static final String VERSION = FORMAT + "1";

    /** Whether a text is a snapshot, perhaps a damaged one or one of another version. */
    static boolean begins(String text) {
        return text.startsWith(FORMAT);
    }

    String text() {
        return VERSION + "\n"
                + line("store", request.store())
                + line("environment", request.environment())
                + line("identity", request.identity())
                + line("selection", request.selection())
                + line("environment-id", environmentId)
                + line("revision", Long.toString(revision))
                + line("read", Timestamps.text(readAt));
    }

    private static String line(String name, String value) {
        return name + ": " + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "\n";
    }

    /** Parses a header; returns null if it is damaged or of another version. */
    static SnapshotHeader parse(String text) {
        String[] lines = text.split("\n");
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            if (colon > 0) {
                values.put(lines[i].substring(0, colon), unescaped(lines[i].substring(colon + 2)));
            }
        }
        try {
            SnapshotRequest request = new SnapshotRequest(
                    values.get("store"), values.get("environment"), values.get("identity"), values.get("selection"));
            SnapshotHeader header = new SnapshotHeader(
                    request,
                    values.get("environment-id"),
                    Long.parseLong(values.getOrDefault("revision", "")),
                    Instant.ofEpochMilli(Timestamps.parse(values.getOrDefault("read", ""))));
            return header.isWhole() && header.text().equals(text) ? header : null;
        } catch (NumberFormatException | Failure damaged) {
            return null;
        }
    }

    private boolean isWhole() {
        return request.store() != null
                && request.environment() != null
                && request.identity() != null
                && request.selection() != null
                && environmentId != null;
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
