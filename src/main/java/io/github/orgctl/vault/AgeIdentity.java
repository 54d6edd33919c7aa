package io.github.orgctl.vault;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.github.orgctl.core.model.value.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Private keys read from a file in the format of {@code age-keygen}. */
public final class AgeIdentity {
    private final List<RecipientStanzaReader> keys = new ArrayList<>();

    /**
     * @param text content of the file: one key per line; empty lines and comments are ignored
     * @param name file name used in error messages
     * @throws Failure USAGE if a line is not a key; the message does not repeat the line
     */
    public AgeIdentity(String text, String name) {
        for (String line : text.split("\n")) {
            String key = line.strip();
            if (key.isEmpty() || key.startsWith("#")) {
                continue;
            }
            try {
                keys.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key));
            } catch (GeneralSecurityException | RuntimeException malformed) {
                throw Failure.usage(name + " is not an age identity file", "create one with: age-keygen -o FILE");
            }
        }
        if (keys.isEmpty()) {
            throw Failure.usage(name + " contains no key", "create one with: age-keygen -o FILE");
        }
    }

    /**
     * Returns a stream that decrypts a file. If the file was truncated or modified, reading fails with an IOException
     * whose cause is a Failure DAMAGED.
     *
     * @param name file name used in error messages
     * @throws Failure REFUSED if the file is encrypted to other keys; DAMAGED if it is malformed
     */
    public InputStream decrypting(InputStream in, String name) throws IOException {
        try {
            InputStream stream = Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), keys));
            return new Judged(stream, name);
        } catch (UnsupportedRecipientStanzaException otherKey) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    name + " is encrypted to another key",
                    "use --identity with the matching key file",
                    otherKey);
        } catch (GeneralSecurityException | RuntimeException | IOException malformed) {
            throw damaged(name, malformed);
        }
    }

    private static Failure damaged(String name, Exception cause) {
        return new Failure(Failure.Kind.DAMAGED, name + " is truncated or damaged and can't be decrypted", cause);
    }

    /** Distinguishes errors in the file's content from I/O errors. */
    private static final class Judged extends FilterInputStream {
        private final String name;

        Judged(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException | RuntimeException wrong) {
                throw new IOException(damaged(name, wrong));
            }
        }
    }
}
