package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Map<Key, String> VALUES =
            Map.of(new Key("a"), "1", new Key("a.b"), "{{a}}", new Key("my-key"), "$1\\2$$");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "``|``",
                "plain|plain",
                "{{a}}|1",
                "x{{a}}{{ a }}y|x11y",
                "{{a.b}}|{{a}}",
                "{{my-key}}|$1\\2$$",
                "{{{{a}}|{{a}}",
                "{{{{{{a}}|{{1",
                "}} } { {a}|}} } { {a}",
            })
    void putsValuesInPlaceOfNames(String template, String expected) {
        assertThat(Template.parse(template).fill(VALUES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{#a}}|line 1: '#a' is not a key",
                "{{{a}}}|line 1: '{a' is not a key",
                "x;{{a|line 2: '{{a' is not closed",
                "{{a;}}|line 1: '{{a' is not closed",
                "{{}}|line 1: '' is not a key",
                "{{a}}{{b c}};{{/}}|line 1: 'b c' is not a key; line 2: '/' is not a key",
            })
    void refusesEverythingElse(String template, String problem) {
        assertThatThrownBy(() -> Template.parse(template.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE))
                .hasMessage("the template is malformed: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"10, false", "11, true"})
    void tellsTenProblems(int problems, boolean more) {
        assertThatThrownBy(() -> Template.parse("{{!}}".repeat(problems)))
                .message()
                .satisfies(
                        message -> assertThat(message.endsWith(" and 1 more")).isEqualTo(more));
    }

    @ParameterizedTest
    @CsvSource({"40, false", "41, true"})
    void showsTheBeginningOfALongName(int length, boolean cut) {
        assertThatThrownBy(() -> Template.parse("{{" + "!".repeat(length) + "}}"))
                .message()
                .satisfies(message -> assertThat(message.contains("…")).isEqualTo(cut));
    }

    @ParameterizedTest
    @CsvSource({"{{a}};{{b}};{{a}}, 1 2", ";;{{b}} {{a}}, 3 3"})
    void knowsTheFirstLineOfEachName(String template, String lines) {
        Template parsed = Template.parse(template.replace(';', '\n'));
        assertThat(parsed.keys()).containsOnlyKeys(new Key("a"), new Key("b"));
        assertThat(parsed.keys().get(new Key("a")) + " " + parsed.keys().get(new Key("b")))
                .isEqualTo(lines);
    }

    /** Whatever stands around names and whatever the values are, it comes out as it went in. */
    @Property
    void changesNothingElse(@ForAll("pieces") List<String> texts, @ForAll String value) {
        StringBuilder template = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (String text : texts) {
            template.append(text.replace("{{", "{{{{")).append(" {{a}}");
            expected.append(text).append(' ').append(value);
        }
        assertThat(Template.parse(template.toString()).fill(Map.of(new Key("a"), value)))
                .isEqualTo(expected.toString());
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.strings()
                .withChars("{} a\n\r$\\é\"")
                .ofMaxLength(12)
                .list()
                .ofMaxSize(6);
    }
}
