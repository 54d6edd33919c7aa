package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSecretTest {
    /** Whatever follows, and however much of it there is. */
    @Property
    void beginsWithTheIdOfItsKey(@ForAll int key, @ForAll byte[] content) {
        byte[] bytes = ByteBuffer.allocate(6 + content.length)
                .put((byte) 1)
                .putInt(key)
                .put((byte) 7)
                .put(content)
                .array();
        String text = Base64.getEncoder().encodeToString(bytes);
        long id = Integer.toUnsignedLong(key);
        assertThat(SealedSecret.keyId(text)).isEqualTo(id);
        String versioned = SealedSecret.VERSIONED + text;
        assertThat(SealedSecret.keyId(versioned)).isEqualTo(id);
        assertThat(SealedSecret.keyId(versioned.substring(0, SealedSecret.BEGINNING)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2:", "AAAA", "2:AAAA", "****", "2:********", "env:NAME"})
    void otherTextsHaveNone(String text) {
        assertThat(SealedSecret.keyId(text)).isEqualTo(-1);
    }
}
