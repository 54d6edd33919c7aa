package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates, references and patterns of keys. */
class ValueTemplateTest {
    /** What stands between the references of a template, and the references in brackets. */
    private static String text(ValueTemplate template) {
        StringBuilder text = new StringBuilder();
        for (ValueTemplate.Part part : template.parts()) {
            text.append(part.reference() == null ? part.text() : "[" + part.reference() + "]");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "${a}|[a]",
                "https://${api.host}/v1|https://[api.host]/v1",
                "${a}${b}|[a][b]",
                "$a $ $$|$a $ $$",
                "$${a}|${a}",
                "$$${a}|$[a]",
                "$$$${a}|$${a}",
                "x$|x$",
                "{a}|{a}",
                "a$$b${c}|a$$b[c]",
                "${shared.host}|[shared.host]",
                "${acme/web:live/a}|[acme/web:live/a]",
            })
    void dollarsInFrontOfABraceAreCounted(String source, String expected) {
        assertThat(text(ValueTemplate.parse(source))).isEqualTo(expected);
        assertThat(ValueTemplate.parse(source)).hasToString(source);
    }

    @Property
    void isSpelledAsItWasWritten(@ForAll("templates") String source) {
        ValueTemplate template = ValueTemplate.parse(source);
        assertThat(template).hasToString(source);
        assertThat(template.with(reference -> reference)).isEqualTo(template);
        assertThat(template.references()).hasSize((int) template.parts().stream()
                .filter(part -> part.reference() != null)
                .count());
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of("$", "${a}", "{", "}", "x", "$${", "${shared.b}", " ")
                .list()
                .ofMaxSize(8)
                // A brace alone may not open a reference.
                .map(parts -> String.join("", parts).replaceAll("\\$+\\{(?!a}|shared)", "{"))
                .filter(source -> !Pattern.compile("\\$\\{(?!a}|shared\\.b})")
                        .matcher(source)
                        .find());
    }

    @Test
    void theReferenceThatIsAllOfATemplateStandsAlone() {
        assertThat(ValueTemplate.parse("${a}").alone()).isEqualTo(new ValueReference(null, new Key("a")));
        for (String source : new String[] {"", "a", "${a}x", "x${a}", "${a}${a}", "$${a}"}) {
            assertThat(ValueTemplate.parse(source).alone()).as(source).isNull();
        }
    }

    @Test
    void referencesAreInTheirOrderAndCanBeReplaced() {
        ValueTemplate template = ValueTemplate.parse("x${a}y${b}${a}");
        assertThat(template.references()).extracting(ValueReference::toString).containsExactly("a", "b", "a");
        assertThat(template.with(reference -> reference.in("acme/web:live")))
                .hasToString("x${acme/web:live/a}y${acme/web:live/b}${acme/web:live/a}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${",
                "${a",
                "${}",
                "${ a}",
                "${a b}",
                "${.a}",
                "${shared.}",
                "${web/a}",
                "${web:live/a}",
                "${/a}"
            })
    void malformedReferencesAreRefused(String source) {
        Failure failure = catchThrowableOfType(Failure.class, () -> ValueTemplate.parse(source));
        assertThat(failure).as(source).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void aReferenceToTheSharedConfigurationIsSpelledShort() {
        ValueReference host = new ValueReference(null, new Key("host"));
        assertThat(host.in("acme", "acme", "shared")).hasToString("shared.host");
        assertThat(host.in("acme", "other", "shared")).hasToString("other/shared/host");
        assertThat(host.in("acme", "acme", "web")).hasToString("acme/web/host");
        String id = "01234567-89ab-4cde-8fab-cdef01234567";
        assertThat(ValueTemplate.parse("${" + id + "/a}").references().get(0).environment())
                .isEqualTo(id);
    }

    @Property
    void aPatternMatchesAsAnExpressionDoes(@ForAll("patterns") String pattern, @ForAll("keys") String key) {
        String expression = pattern.replace(".", "\\.").replace("*", ".*").replace("?", ".");
        assertThat(new KeyPattern(pattern).matches(new Key(key))).isEqualTo(key.matches(expression));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("a", "b", "*", "?", "a.b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("a", "b", "a.b").list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("", parts));
    }

    @Test
    void aPatternHasAtMostTheLengthOfAKey() {
        assertThat(new KeyPattern("*".repeat(200)).isGlob()).isTrue();
        assertThat(catchThrowableOfType(Failure.class, () -> new KeyPattern("*".repeat(201))))
                .isNotNull();
        KeyPattern key = new KeyPattern("a.b");
        assertThat(key.isGlob()).isFalse();
        assertThat(key.key()).isEqualTo(new Key("a.b"));
        assertThat(key).hasToString("a.b");
        assertThat(new KeyPattern("?").isGlob()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a*b!", "*/*", "?\u00e4", ".a", "a..b"})
    void otherTextsAreNoPatterns(String text) {
        assertThat(catchThrowableOfType(Failure.class, () -> new KeyPattern(text))
                        .kind())
                .isEqualTo(Failure.Kind.USAGE);
    }

    private static Key key(String path) {
        return new Key(path);
    }

    @Test
    void aSelectionIsOfKeysOrOfWhatIsBelowOne() {
        List<Key> all = List.of(key("a"), key("a.b"), key("ab"), key("c"));
        assertThat(all).allMatch(KeySelection.ALL::includes);
        KeySelection below = new KeySelection(List.of(), key("a"));
        assertThat(all).filteredOn(below::includes).containsExactly(key("a"), key("a.b"));
        KeySelection named = new KeySelection(List.of(key("c"), key("a")), null);
        assertThat(all).filteredOn(named::includes).containsExactly(key("a"), key("c"));
        KeySelection both = new KeySelection(List.of(key("a.b"), key("c")), key("a"));
        assertThat(all).filteredOn(both::includes).containsExactly(key("a.b"));
        assertThat(named.missing(List.of(key("a"), key("b")))).containsExactly(key("c"));
    }
}
