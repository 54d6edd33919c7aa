package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    private static final String ID = "01234567-89ab-4cde-8fab-cdef01234567";

    @Property
    void everyUuidIsAnIdInEitherCase(@ForAll long high, @ForAll long low) {
        String text = new UUID(high, low).toString();
        assertThat(new Id(text)).hasToString(text);
        assertThat(Id.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(new Id(text));
        assertThat(Id.looksLikeId(text.toUpperCase(Locale.ROOT))).isTrue();
    }

    /** Wherever it stands, a character that does not belong there makes a text something else. */
    @Property
    void oneOtherCharacterMakesItNone(
            @ForAll @IntRange(max = 35) int at, @ForAll @CharRange(from = ' ', to = '~') char c) {
        String text = ID.substring(0, at) + c + ID.substring(at + 1);
        boolean belongs = ID.charAt(at) == '-' ? c == '-' : "0123456789abcdefABCDEF".indexOf(c) >= 0;
        assertThat(Id.looksLikeId(text)).isEqualTo(belongs);
    }

    @ParameterizedTest
    @ValueSource(chars = {'/', ':', '@', 'G', '`', 'g', '-'})
    void digitsEndWithF(char c) {
        assertThat(Id.looksLikeId(c + ID.substring(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '9', 'a', 'f', 'A', 'F'})
    void digitsAreHexadecimal(char c) {
        assertThat(Id.looksLikeId(c + ID.substring(1))).isTrue();
    }

    @Test
    void otherTextsAreRefused() {
        for (String text : new String[] {"", "acme", ID + "0", ID.substring(1), ID.replace('-', '0')}) {
            Failure failure = catchThrowableOfType(Failure.class, () -> Id.parse(text));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
            assertThat(failure).hasMessage("'" + text + "' is not an ID");
        }
    }
}
