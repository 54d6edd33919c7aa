package io.github.orgctl.cli.dump;

import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.DumpWriter;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.vault.AgeRecipients;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes dumps in NDJSON, encrypted if there are recipients. */
public final class DumpFileWriter implements DumpWriter {
    private static final List<String> SIDECARS = List.of("-wal", "-shm", "-journal");

    private final AgeRecipients recipients;

    private DumpFileWriter(AgeRecipients recipients) {
        this.recipients = recipients;
    }

    /**
     * @param recipients age public keys; empty for an unencrypted dump
     * @throws Failure USAGE if one is not a public key
     */
    public static DumpFileWriter to(List<String> recipients) {
        return new DumpFileWriter(recipients.isEmpty() ? null : new AgeRecipients(recipients));
    }

    @Override
    public void refuseOtherFile(Path file) {
        String name = file.getFileName().toString();
        for (String sidecar : SIDECARS) {
            if (name.endsWith(sidecar)) {
                throw Failure.usage("SQLite keeps files with names like " + name + " for itself", "name another file");
            }
        }
        if (Files.isRegularFile(file) && file.toFile().length() > 0) {
            BackupKind kind = BackupKind.of(file, name);
            if (kind != BackupKind.DUMP && kind != BackupKind.ENCRYPTED) {
                throw new Failure(Failure.Kind.REFUSED, file + " exists and is not a dump", "name another file");
            }
        }
    }

    @Override
    public void write(OutputStream out, DumpHeader header, StoreContent content) throws IOException {
        if (recipients == null) {
            writePlain(out, header, content);
            return;
        }
        // Its end is written when it is closed.
        try (OutputStream encrypted = recipients.encrypting(new Unclosed(out))) {
            writePlain(encrypted, header, content);
        }
    }

    private static void writePlain(OutputStream out, DumpHeader header, StoreContent content) throws IOException {
        try {
            DumpLines lines = new DumpLines(out, header);
            content.passTo(lines);
            lines.end();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Stays open when what writes to it is closed. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
