package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, descriptions and website addresses. */
class TextTest {
    private static final String ROCKET = "\uD83D\uDE80";

    private static void assertRefused(Function<String, ?> type, String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> type.apply(text));
        assertThat(failure).as(text).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void areTrimmedAndComposed() {
        assertThat(new Name("  Acme  Inc\u2003").value()).isEqualTo("Acme  Inc");
        assertThat(new Name("Cafe\u0301")).isEqualTo(new Name("Caf\u00e9"));
        assertThat(new Description(" \n a\tb\nc \n").value()).isEqualTo("a\tb\nc");
        assertThat(new WebsiteUrl(" https://acme.example ").value()).isEqualTo("https://acme.example");
    }

    static Stream<Arguments> limits() {
        Function<String, Object> name = Name::new;
        Function<String, Object> description = Description::new;
        return Stream.of(Arguments.of(name, 100), Arguments.of(description, 1000));
    }

    /** The limit counts code points, so an emoji counts as one. */
    @ParameterizedTest
    @MethodSource("limits")
    void areLimitedInCodePoints(Function<String, Object> type, int limit) {
        for (String character : new String[] {"a", "é", ROCKET}) {
            assertThat(type.apply(character.repeat(limit))).hasToString(character.repeat(limit));
            assertRefused(type, character.repeat(limit + 1));
        }
    }

    /** The length is measured after normalization, which may shorten or lengthen a text. */
    @Test
    void countAsTheyAreKept() {
        assertThat(new Name("e\u0301".repeat(100)).value()).hasSize(100);
        String takenApart = "\u0958";
        assertThat(new Name(takenApart.repeat(50)).value()).hasSize(100);
        assertRefused(Name::new, takenApart.repeat(51));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cafe\u0301", "\u0958", "\u2000a\u2001", "\u1100\u1161", "\u0344", "\u212b \u2126"})
    void areKeptAsTheyAreReadAgain(String text) {
        Name name = new Name(text);
        assertThat(new Name(name.value())).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "日本語",
                "العربية",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "a\u00a0b",
                "<b>&amp;\"'",
                "-",
                "\\"
            })
    void mayHoldAnyOtherCharacter(String text) {
        assertThat(new Name(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                0, 7, 8, '\r', 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xd800, 0xdfff
            })
    void mayNotHold(char c) {
        assertRefused(Name::new, "a" + c + "b");
        assertRefused(Description::new, "a" + c + "b");
    }

    @Test
    void mayHoldLineBreaksOnlyWhereThereIsRoom() {
        assertRefused(Name::new, "a\nb");
        assertRefused(Name::new, "a\tb");
        assertThat(new Description("a\n\tb").value()).isEqualTo("a\n\tb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    void mayBeEmptyUnlessTheyName(String text) {
        assertRefused(Name::new, text);
        assertThat(new Description(text)).isEqualTo(Description.NONE);
        assertThat(new WebsiteUrl(text)).isEqualTo(WebsiteUrl.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a",
                "https://acme.example",
                "https://acme.example:8443/a/b?c=d#e",
                "https://[::1]/",
                "http://127.0.0.1"
            })
    void areWebsiteAddresses(String text) {
        assertThat(new WebsiteUrl(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                "ftp://acme.example",
                "https://",
                "https:///x",
                "javascript:alert(1)",
                "https://a b",
                "https://user@acme.example",
                "https://user:word@acme.example",
                "//acme.example",
                "https://a\u001b[0m"
            })
    void areNoWebsiteAddresses(String text) {
        assertRefused(WebsiteUrl::new, text);
    }

    @Test
    void addressesAreLimited() {
        String start = "https://acme.example/";
        assertThat(new WebsiteUrl(start + "a".repeat(2000 - start.length())).value())
                .hasSize(2000);
        assertRefused(WebsiteUrl::new, start + "a".repeat(2001 - start.length()));
    }

    @ParameterizedTest
    @CsvSource({"7, 0007", "133, 0085", "8232, 2028"})
    void nameTheCharacterThatIsNotAllowed(int c, String name) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new Name("a" + (char) c + "b"));
        assertThat(failure).hasMessageContaining("U+" + name + ",");
    }

    @Test
    void areWrittenAsTheyAre() {
        assertThat(new Line("a line")).hasToString("a line");
        assertThat(new WebsiteUrl("https://acme.example")).hasToString("https://acme.example");
        assertRefused(Line::new, "a\nb");
    }

    @Test
    void aSingleLineLosesTheNewlineThatEndsIt() {
        assertThat(Text.withoutNewline("a\n")).isEqualTo("a");
        assertThat(Text.withoutNewline("a\r\n")).isEqualTo("a");
        assertThat(Text.withoutNewline("\n")).isEmpty();
        assertThat(Text.withoutNewline("\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\r", "a\nb", "a\nb\n", "\n\n", "\na"})
    void severalLinesAndNoneStayAsTheyAre(String text) {
        assertThat(Text.withoutNewline(text)).isEqualTo(text);
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        Failure taken = Failure.taken("slug 'acme'");
        assertThat(taken.kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(taken).hasMessage("the slug 'acme' is already taken");
    }
}
