package io.github.orgctl.vault;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The public keys that a file is encrypted to, in the format of age. */
public final class AgeRecipients {
    private final List<RecipientStanzaWriter> recipients = new ArrayList<>();

    /**
     * @param keys public keys, such as {@code age1…}
     * @throws Failure USAGE if one is not a public key
     */
    public AgeRecipients(List<String> keys) {
        for (String key : keys) {
            try {
                recipients.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key));
            } catch (GeneralSecurityException | RuntimeException malformed) {
                // Not repeated in the message: the user may have entered a private key by mistake.
                throw Failure.usage(
                        "the recipient is not an age public key", "a public key begins with age1: age-keygen -y FILE");
            }
        }
    }

    /** Returns a stream that encrypts its input. The output is complete once the stream is closed. */
    public OutputStream encrypting(OutputStream out) throws IOException {
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), recipients));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("can't encrypt", impossible);
        }
    }
}
