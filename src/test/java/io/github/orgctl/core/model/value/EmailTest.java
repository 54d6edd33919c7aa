package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
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
                "ann@b\u00fccher..example",
                "ann@b\u00fccher.example.",
                "ann@_\u00fc.example",
                "ann@\u00fc-.example",
                "ann@\u0378.example",
                "ann@a\u200db.example",
                "ann@\u05d0a.example",
                "ann@xn--a.example",
                "ann@xn--zzzzzzzzz999.example",
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

    /** Expected values are from the Unicode consortium's conformance data. */
    @ParameterizedTest
    @CsvSource({
        "straße.de, xn--strae-oqa.de",
        "STRAẞE.de, xn--strae-oqa.de",
        "faß.de, xn--fa-hia.de",
        "ς.gr, xn--3xa.gr",
        "bücher.example, xn--bcher-kva.example",
        "bücher.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "ｆｕｌｌ.example, full.example",
        "a．example, a.example",
        "אב.example, xn--4dbc.example",
        "क्‍ष.example, xn--11b2ezcw70k.example",
        "😀.example, xn--e28h.example"
    })
    void keepsADomainInItsAsciiForm(String domain, String ascii) {
        assertThat(new Email("Ann@" + domain).value()).isEqualTo("Ann@" + ascii);
        assertThat(new Email("Ann@" + domain).mailbox()).isEqualTo("ann@" + ascii);
    }

    @Test
    void tellsDomainsApartThatOnlyLookAlike() {
        assertThat(new Email("ann@straße.de")).isNotEqualTo(new Email("ann@strasse.de"));
        assertThat(new Email("ann@straße.de")).isEqualTo(new Email("ann@xn--strae-oqa.de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann@example.com", "ann@bücher.example", "ann@xn--a.example", "\"a b\"@example.com"})
    void isReadAsItWasStored(String text) {
        assertThat(Email.stored(text).value()).isEqualTo(text);
        assertThat(Email.stored(text).mailbox()).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ann", "@example.com", "ann@", "a nn@bücher.example", "ann@exam_ple.com", "ann@a~b.example"})
    void isNotReadWhereItIsNone(String text) {
        assertThatThrownBy(() -> Email.stored(text)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, Ann@EXAMPLE.com",
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

    @Test
    void hasLimitsToTheCharacter() {
        String label = "a".repeat(63);
        assertThat(new Email("ann@" + label + ".com")).isNotNull();
        String domain = (label + ".").repeat(3) + "a".repeat(57);
        assertThat(new Email("abcd@" + domain).value()).hasSize(254);
        assertThatThrownBy(() -> new Email("abcde@" + domain)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"@example.com", "\" ~\"@example.com", "a@[::1]", "a@[a-z.0]", "azAZ09@azAZ09.example"})
    void isTakenAtTheBoundsOfWhatIsAllowed(String text) {
        assertThat(new Email(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@example.com",
                "\"\u001f\"@example.com",
                "\"\u007f\"@example.com",
                "a@[a_b]",
                "a@[a b]",
                "a@[]",
                "a@[",
                "a@exam`ple.com",
                "a@exam{ple.com",
                "a@exam/ple.com",
                "a@exam:ple.com",
                "a@exam[ple.com"
            })
    void isRefusedJustBeyond(String text) {
        assertThatThrownBy(() -> new Email(text)).isInstanceOf(Failure.class);
    }

    @Test
    void addressesSpreadByTheirHashes() {
        assertThat(new Email("ann@example.com").hashCode()).isNotEqualTo(new Email("bob@example.com").hashCode());
    }
}
