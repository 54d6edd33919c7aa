package io.github.orgctl.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "Ann.Lee+orgctl@example.co.uk",
                "o'neil@example.com",
                "!#$%&'*+-/=?^_`{|}~@example.com",
                "root@localhost",
                "\"ann lee\"@example.com",
                "\"a\\\"b@c\"@example.com",
                "ann@[192.0.2.1]",
                "ann@[IPv6:2001:db8::1]",
                "ann@b\u00fccher.example",
                "ann@xn--bcher-kva.example"
            })
    void isTaken(String text) {
        assertThat(new Email(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.com",
                "ann@",
                "ann@@example.com",
                "ann lee@example.com",
                ".ann@example.com",
                "ann.@example.com",
                "a..b@example.com",
                "\u00e4nn@example.com",
                "\"ann@example.com",
                "\"a\"b\"@example.com",
                "\"ann\\\"@example.com",
                "ann@example..com",
                "ann@-example.com",
                "ann@exam_ple.com",
                "ann@example.com.",
                "ann@[192.0.2.1",
                "ann@[]",
                "ann@b\u00fc cher.example",
                "ann@example.com\n",
                "\u001b[31mann@example.com"
            })
    void isRefused(String text) {
        assertThatThrownBy(() -> new Email(text))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE));
    }

    @Test
    void hasLimits() {
        String local = "a".repeat(64);
        assertThat(new Email(local + "@example.com")).isNotNull();
        assertThatThrownBy(() -> new Email("a" + local + "@example.com")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> new Email("ann@" + "a".repeat(64) + ".com")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> new Email("ann@" + "a.".repeat(125) + "com")).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, Ann@EXAMPLE.com",
        "ann@bücher.example, ANN@xn--bcher-kva.example",
        "ann@example.com, \"ann\"@example.com",
        "\"ann lee\"@example.com, \"Ann\\ Lee\"@example.com"
    })
    void namesTheSameMailboxAs(String one, String other) {
        assertThat(new Email(one)).isEqualTo(new Email(other)).hasSameHashCodeAs(new Email(other));
        assertThat(new Email(one).value()).isNotEqualTo(new Email(other).value());
    }

    @Test
    void differsByItsMailbox() {
        assertThat(new Email("ann@example.com"))
                .isNotEqualTo(new Email("ann@example.org"))
                .isNotEqualTo(new Email("an.n@example.com"));
    }
}
