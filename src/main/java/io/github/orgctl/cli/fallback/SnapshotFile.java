package io.github.orgctl.cli.fallback;

import io.github.orgctl.cli.host.AtomicFile;
import io.github.orgctl.cli.host.PrivateFile;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.port.Vault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A file with the values of one request, encrypted with the keyset that encrypts secrets. */
public final class SnapshotFile {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final String SEPARATOR = "\n\n";

    private final Path folder;
    private final String name;
    private final Vault vault;

    /**
     * @param folder working directory
     * @param name relative to it
     */
    public SnapshotFile(Path folder, String name, Vault vault) {
        this.folder = folder;
        this.name = name;
        this.vault = vault;
    }

    /**
     * Replaces the snapshot, unless another process has read the values later.
     *
     * @param readAt when the values were read
     * @return whether it replaced a snapshot of another identity or selection
     * @throws Failure NOT_FOUND if there is no keyset; RULE if the file is something else; CONFLICT if it is a snapshot of
     *     another environment; IO if it can't be written
     */
    public boolean write(SnapshotRequest request, Variables variables, Instant readAt, Instant now) {
        SnapshotHeader header = new SnapshotHeader(
                request,
                variables.environment().id().value(),
                variables.environment().revision(),
                readAt);
        SnapshotHeader present = replaceable(header);
        boolean same = present != null && present.request().equals(request);
        if (same && present.readAt().isAfter(readAt) && !present.readAt().isAfter(now)) {
            return false;
        }
        String text = header.text();
        byte[] sealed = vault.encrypt(SnapshotContent.write(variables), text.getBytes(StandardCharsets.UTF_8));
        new PrivateFile(name, text + "\n" + Base64.getEncoder().encodeToString(sealed) + "\n").write(folder);
        return present != null && !same;
    }

    /** The header of the snapshot that is there, or null if there is none that could be used. */
    private SnapshotHeader replaceable(SnapshotHeader header) {
        String text = text();
        if (text == null) {
            return null;
        }
        if (!SnapshotHeader.begins(text)) {
            throw new Failure(
                    Failure.Kind.RULE, name + " is not a fallback snapshot", "choose another file, or remove it");
        }
        SnapshotHeader present = header(text);
        if (present != null
                && !present.environmentId().equals(header.environmentId())
                && !present.request().environment().equals(header.request().environment())) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    name + " is the fallback snapshot of " + present.request().environment(),
                    "use one file per environment, or remove it");
        }
        return present;
    }

    /**
     * The values of the snapshot.
     *
     * @throws Failure if it can't be used, with the reason as its message
     */
    public Snapshot read(SnapshotRequest request, Instant now, Duration maxAge) {
        String text = text();
        if (text == null) {
            throw new Failure(Failure.Kind.NOT_FOUND, "it doesn't exist yet");
        }
        if (!SnapshotHeader.begins(text)) {
            throw new Failure(Failure.Kind.RULE, "it is not a fallback snapshot");
        }
        SnapshotHeader header = header(text);
        if (header == null) {
            throw damaged();
        }
        String difference = request.difference(header.request());
        if (difference != null) {
            throw new Failure(Failure.Kind.CONFLICT, difference);
        }
        Duration age = Duration.between(header.readAt(), now);
        if (age.isNegative()) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "it is from the future (" + Timestamps.text(header.readAt()) + ")",
                    "check the clock");
        }
        if (age.compareTo(maxAge) > 0) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "it is " + Snapshot.text(age) + " old",
                    "to use an older one, set --fallback-max-age");
        }
        return new Snapshot(age, variables(text, header));
    }

    private Variables variables(String text, SnapshotHeader header) {
        byte[] boundTo = header.text().getBytes(StandardCharsets.UTF_8);
        byte[] content;
        try {
            String sealed = text.substring(boundTo(text) + 2).strip();
            content = vault.decrypt(Base64.getDecoder().decode(sealed), boundTo);
        } catch (IllegalArgumentException malformed) {
            throw damaged();
        }
        if (content == null) {
            throw damaged();
        }
        return SnapshotContent.read(content);
    }

    private static Failure damaged() {
        return new Failure(
                Failure.Kind.DAMAGED, "it was changed, or encrypted with a key that the keyset does not have");
    }

    private static int boundTo(String text) {
        return text.indexOf(SEPARATOR);
    }

    private static SnapshotHeader header(String text) {
        int end = boundTo(text);
        return end < 0 ? null : SnapshotHeader.parse(text.substring(0, end + 1));
    }

    /** The content of the file, or null if there is none. */
    private String text() {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            return null;
        }
        try {
            boolean readable = Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES;
            return readable ? Files.readString(file) : "";
        } catch (CharacterCodingException binary) {
            return "";
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't read " + name + ": " + AtomicFile.reason(exception), exception);
        }
    }
}
