package io.github.orgctl.core.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @Property
    void aTextContainsEveryPartOfItself(
            @ForAll @StringLength(max = 20) String before,
            @ForAll("ascii") String part,
            @ForAll @StringLength(max = 20) String after) {
        SearchText text = SearchText.parse(part);
        assertThat(text.isIn(before + " " + part + " " + after)).isTrue();
        assertThat(text.isIn(part.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(SearchText.parse(part.toUpperCase(Locale.ROOT))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(20);
    }

    @ParameterizedTest
    @CsvSource({
        "straße, Straße, true",
        "CAFÉ, cafe\u0301, true",
        "cafe\u0301, Café, true",
        "σ, ς, true",
        "😀, a😀b, true",
        "cafe, café, false",
        "web, Website, true",
        "sites, Website, false"
    })
    void caseAndTheWayOfWritingAccentsMakeNoDifference(String searched, String text, boolean isIn) {
        assertThat(SearchText.parse(searched).isIn(text)).isEqualTo(isIn);
    }

    @Test
    void hasOneToAThousandCharacters() {
        assertThat(SearchText.parse("a".repeat(1000)).folded()).hasSize(1000);
        Failure empty = catchThrowableOfType(Failure.class, () -> SearchText.parse(""));
        assertThat(empty).hasMessageEndingWith("is empty");
        Failure tooLong = catchThrowableOfType(Failure.class, () -> SearchText.parse("a".repeat(1001)));
        assertThat(tooLong).hasMessageEndingWith("is too long");
        assertThat(tooLong.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void tellsWhetherItIsAscii() {
        assertThat(SearchText.parse("a~\u007f").isAscii()).isTrue();
        assertThat(SearchText.parse("a\u0080").isAscii()).isFalse();
        // The sign for Kelvin is folded to the letter.
        assertThat(SearchText.parse("\u212a").isAscii()).isTrue();
    }

    /** A name and a value may be referred to in the same way, so that the kind belongs to an item. */
    @Test
    void resultsAreReferredToAsCommandsDo() {
        Slug acme = new Slug("acme");
        Slug web = new Slug("web");
        Key key = new Key("a.b");
        assertThat(new Found(Found.Kind.ORGANIZATION, acme, null, null, null, "Acme").item())
                .isEqualTo("organization:acme");
        assertThat(new Found(Found.Kind.PROJECT, acme, web, null, null, "Web").item())
                .isEqualTo("project:acme/web");
        assertThat(new Found(Found.Kind.MEMBER, acme, null, null, null, "ann@example.com").item())
                .isEqualTo("member:acme/ann@example.com");
        for (Found.Kind kind : new Found.Kind[] {Found.Kind.VALUE, Found.Kind.SECRET, Found.Kind.NOTE}) {
            assertThat(new Found(kind, acme, web, Mode.LIVE, key, null).item()).isEqualTo(kind + ":acme/web:live/a.b");
        }
    }
}
