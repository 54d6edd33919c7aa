package io.github.orgctl.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedCopyTest {
    /** A stream that returns its bytes in pieces. */
    private static InputStream pieces(String text, int size) {
        return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, size));
            }
        };
    }

    private static String masked(String text, int size, List<String> secrets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MaskedCopy(secrets).copy(pieces(text, size), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "the secret is hidden, the *** is hidden",
        "secre secret,         secre ***",
        "secretsecret,         ******",
        "secretary,            ***",
        "sesecret,             se***",
        "schlüssel,            ***",
        "secre,                secre",
        "nothing,              nothing",
    })
    void replacesSecretsHoweverTheyAreCut(String text, String expected) throws IOException {
        for (int size = 1; size < 10; size++) {
            assertThat(masked(text, size, List.of("secret", "", "secretary", "schlüssel")))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef,        ***",
        "xabcdefy,      x***y",
        "abcdabcdefcd,  ******cd",
        "aaaaa,         ***",
        "aabcdef,       a***",
    })
    void secretsThatOverlapBecomeOne(String text, String expected) throws IOException {
        for (int size = 1; size < 10; size++) {
            assertThat(masked(text, size, List.of("abcd", "cdef", "aaa"))).isEqualTo(expected);
        }
    }

    @Test
    void linesOfASecretAreMaskedByThemselves() throws IOException {
        String key = "-----BEGIN KEY-----\r\nc2VjcmV0\r\n}\r\n-----END KEY-----\n";
        for (int size = 1; size < 10; size++) {
            assertThat(masked("<" + key + ">", size, List.of(key))).isEqualTo("<***>");
            assertThat(masked("a c2VjcmV0 {}\n-----END KEY-----\n", size, List.of(key)))
                    .isEqualTo("a *** {}\n***\n");
        }
    }

    @Property(tries = 500)
    void whereItIsCutMakesNoDifference(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 60) String text,
            @ForAll @Size(max = 3) List<@CharRange(from = 'a', to = 'c') @StringLength(max = 5) String> secrets,
            @ForAll @IntRange(min = 1, max = 7) int size)
            throws IOException {
        String whole = masked(text, Integer.MAX_VALUE, secrets);
        assertThat(masked(text, size, secrets)).isEqualTo(whole);
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                assertThat(whole).doesNotContain(secret);
            }
        }
    }
}
