package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    private static final String LONGEST = "a".repeat(Slug.MAX_LENGTH);

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "acme", "acme-inc", "a-1-b", "0-0"})
    void takes(String text) {
        assertThat(new Slug(text).value()).isEqualTo(text);
    }

    @Test
    void takesSixtyThreeCharactersAndNoMore() {
        assertThat(new Slug(LONGEST)).hasToString(LONGEST);
        assertThat(Slug.isSlug(LONGEST + "a")).isFalse();
    }

    /** Rejected texts, with the suggested slug if there is one. */
    @ParameterizedTest
    @CsvSource({
        "'',",
        "-,",
        "Acme,acme",
        "Acme Inc,acme-inc",
        "-acme,acme",
        "acme-,acme",
        "a--b,a-b",
        "a_b,a-b",
        "a.b,a-b",
        "é,e",
        "東京,",
        "a/b,a-b",
        "00000000-0000-4000-8000-000000000001,",
        "' acme',acme"
    })
    void refuses(String text, String nearest) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new Slug(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage("'" + text + "' is not a slug");
        if (nearest == null) {
            assertThat(failure.hint().toString()).doesNotContain("try ");
        } else {
            assertThat(failure.hint().toString()).startsWith("try '" + nearest + "'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, acme",
        "Acme Inc., acme-inc",
        "'  Acme   &  Söhne ', acme-sohne",
        "Straße, strasse",
        "GROẞ, gross",
        "Ångström Café, angstrom-cafe",
        "Łódź, lodz",
        "Smørrebrød, smorrebrod",
        "Ætna, aetna",
        "İstanbul, istanbul",
        "Joe's Diner, joes-diner",
        "Joe’s Diner, joes-diner",
        "ﬁne, fine",
        "Ⅷ, viii",
        "x²y, x2y",
        "C++, c",
        "'3 · 4', 3-4",
        "--a--, a",
    })
    void isDerivedFrom(String name, String slug) {
        assertThat(Slug.from(new Name(name)).value()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"東京", "Москва", "العربية", "🚀", "***", "Acme 東京", "00000000-0000-4000-8000-000000000001"})
    void isNotDerivedFrom(String name) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Slug.from(new Name(name)));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure.hint()).isEqualTo(Advice.CHOOSE_SLUG.of());
    }

    @Test
    void isCutWhereTheNameIsLonger() {
        String head = "a".repeat(62);
        assertThat(Slug.from(new Name(head + "bcd")).value()).isEqualTo(head + "b");
        assertThat(Slug.from(new Name(head + " cd")).value()).isEqualTo(head);
    }

    @Property
    void keepsLettersAndDigitsInLowerCase(@ForAll @CharRange(from = '!', to = '~') char c) {
        boolean isKept = Character.isLetterOrDigit(c);
        String middle = isKept ? String.valueOf(Character.toLowerCase(c)) : c == '\'' ? "" : "-";
        assertThat(Slug.from(new Name("x" + c + "y")).value()).isEqualTo("x" + middle + "y");
        assertThat(Slug.isSlug("x" + c + "y")).isEqualTo(middle.equals(String.valueOf(c)));
    }
}
