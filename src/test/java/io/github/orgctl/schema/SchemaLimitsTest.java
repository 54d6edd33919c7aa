package io.github.orgctl.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas and values can't overflow the stack, run forever, or trigger a bug. */
class SchemaLimitsTest {
    private static final int LONG = 60_000;

    private static List<String> violations(String schema, String json) {
        return violations(new JsonSchemas(), schema, json);
    }

    private static List<String> violations(JsonSchemas reader, String schema, String json) {
        Configuration configuration = new Configuration(new TreeMap<>(Map.of(new Key("a"), new Value(json))));
        return reader.read(schema.replace('\'', '"')).violations(Mode.LIVE, configuration).stream()
                .map(Violation::rule)
                .toList();
    }

    private static String ofA(String rules) {
        return "{'properties':{'a':" + rules + "}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(.|\\\\n)+$",
                "^(a|b)*$",
                "^(a+)+$",
                "^((a?){30}a{30}|a*)$",
                "^(a|aa)+$",
                "^(?!b)(.|\\\\n)+$",
                "^(?=a)(a|b)*$",
                "^(.)(\\\\1|b)*$"
            })
    void anyLengthOfTextSuitsAPattern(String pattern) {
        String schema = ofA("{'pattern':'" + pattern + "'}");
        assertThat(violations(schema, "\"" + "a".repeat(LONG) + "\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(x+x+)+y"})
    void noPatternTakesLongerThanItsText(String pattern) {
        String schema = ofA("{'pattern':'" + pattern + "'}");
        assertThat(violations(schema, "\"" + "a".repeat(LONG) + "!\"")).containsExactly("pattern");
    }

    @Test
    void tellsWhereTheTimeWent() {
        String schema = ofA("{'items':{'pattern':'^(a*)*\\\\1!!$'}}");
        JsonSchemas reader = new JsonSchemas(Duration.ofSeconds(3));
        Failure failure = catchThrowableOfType(
                Failure.class, () -> violations(reader, schema, "[\"\",\"" + "a".repeat(50) + "!\"]"));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE);
        assertThat(failure).hasMessageContaining("'a.1'").hasMessageContaining("\"pattern\"");
    }

    @Test
    void everyRuleOfASchemaEndsWithTheTime() {
        // Each level asks the next one twice.
        StringBuilder schema = new StringBuilder("{'properties':{'a':{'$ref':'#/$defs/s0'}},'$defs':{");
        for (int i = 0; i < 60; i++) {
            String next = "{'$ref':'#/$defs/s" + (i + 1) + "'}";
            schema.append("'s")
                    .append(i)
                    .append("':{'anyOf':[")
                    .append(next)
                    .append(',')
                    .append(next)
                    .append("]},");
        }
        schema.append("'s60':{'type':'string'}}}");
        JsonSchemas reader = new JsonSchemas(Duration.ofSeconds(3));
        Failure failure = catchThrowableOfType(Failure.class, () -> violations(reader, schema.toString(), "1"));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipv4", "hostname", "json-pointer", "uri-template", "uri", "email", "duration", "color"})
    void anyLengthOfTextSuitsAFormat(String format) {
        String schema = ofA("{'format':'" + format + "'}");
        assertThat(violations(schema, "\"" + "a.".repeat(LONG / 2) + "\"")).isSubsetOf("format");
        assertThat(violations(schema, "\"" + "/a".repeat(LONG / 2) + "\"")).isSubsetOf("format");
        assertThat(violations(schema, "\"" + "1".repeat(LONG) + "\"")).isSubsetOf("format");
    }

    @ParameterizedTest
    @CsvSource({
        "date,2026-01-01",
        "ipv4,10.0.0.1",
        "ipv6,::1",
        "hostname,a.example",
        "email,ann@example.com",
        "uuid,2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        "uri,https://a.example",
        "time,12:00:00Z",
        "duration,P1D"
    })
    void aLineBreakAtTheEndIsNoPartOfAFormat(String format, String text) {
        String schema = ofA("{'format':'" + format + "'}");
        assertThat(violations(schema, "\"" + text + "\"")).isEmpty();
        assertThat(violations(schema, "\"" + text + "\\n\"")).containsExactly("format");
    }

    @Test
    void nestsAsDeeplyAsItCanBeWritten() {
        String not = "{'not':".repeat(400) + "{'type':'string'}" + "}".repeat(400);
        assertThat(violations(ofA(not), "\"x\"")).isEmpty();
        assertThat(violations(ofA(not), "1")).containsExactly("not");
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        assertThat(violations(
                        "{'$defs':{'l':{'type':'array','items':{'$ref':'#/$defs/l'}}},"
                                + "'properties':{'a':{'$ref':'#/$defs/l'}}}",
                        deep))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7e98765432100",
                "-7e98765432100",
                "7e-98765432100",
                "7e987654321",
                "1e2147483647",
                "1e-2147483648",
                "0e98765432100",
                "7e99999999999999999999999",
                "0.00001e2147483650",
                "1E+0000000000000000000000005"
            })
    void anyNumberIsOne(String number) {
        assertThat(violations(ofA("{'type':'string'}"), number)).containsExactly("type");
        assertThat(violations(ofA("{'type':'number'}"), number)).isEmpty();
        String calculating = "{'multipleOf':0.003,'minimum':-5,'enum':[1],'const':2,'exclusiveMaximum':1e400}";
        assertThat(violations(ofA(calculating), number)).contains("const", "enum");
        assertThat(violations(ofA("{'uniqueItems':true}"), "[" + number + ",3]"))
                .isEmpty();
        assertThat(violations(ofA("{'minimum':" + number + ",'maximum':" + number + "}"), "\"x\""))
                .isEmpty();
        assertThat(violations(ofA("{'enum':[" + number + "]}"), number)).isEmpty();
    }

    @Test
    void numbersHaveAsManyDigitsAsAreGiven() {
        String digits = "1" + "0".repeat(50_000) + "1";
        assertThat(violations(ofA("{'type':'integer','multipleOf':2}"), digits)).containsExactly("multipleOf");
        assertThat(violations(ofA("{'type':'integer'}"), "0." + digits)).containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'const':{'b':[1,{'c':2}]}}   | {"b":[1.0,{"c":2.00}]} |
            {'enum':[{'b':[10]}]}         | {"b":[1e1]}            |
            {'enum':[[[1.0]]]}            | [[1]]                  |
            {'enum':[[[1.0]]]}            | [[true]]               | enum
            {'uniqueItems':true}          | [{"b":1},{"b":1.0}]    | uniqueItems
            {'uniqueItems':true}          | [[[1]],[[1.0]]]        | uniqueItems
            {'uniqueItems':true}          | [[1],[true]]           |
            {'const':12345678901234567891}| 12345678901234567892   | const
            {'multipleOf':10}             | 12345678901234567891   | multipleOf
            """)
    void comparesNumbersByTheirValueAtEveryDepth(String rules, String json, String violated) {
        assertThat(violations(ofA(rules), json)).isEqualTo(violated == null ? List.of() : List.of(violated));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'$ref':'#/$defs/a%20b'}                     | {'a b':{'type':'string'}}                    |
            {'$ref':'#/$defs/a~1b%25'}                   | {'a/b%':{'type':'string'}}                   |
            {'$ref':'#/$defs/a+b'}                       | {'a+b':{'type':'string'}}                    |
            {'$ref':'other'}                             | {'x':{'$id':'other','type':'string'}}        |
            {'$id':'sub/one','$ref':'two#/$defs/t'}      | {'x':{'$id':'sub/two','$defs':{'t':{'type':'string'}}}} |
            {'$id':'urn:x:y','$ref':'#t','$defs':{'t':{'$anchor':'t','type':'string'}}} | {}            |
            {'$ref':'#/$defs'}                           | {}                                           | which is not a schema
            {'$ref':'#/properties'}                      | {}                                           | which is not a schema
            {'$ref':'#/$defs/x/required'}                | {'x':{'required':['a']}}                     | which is not a schema
            {'$ref':'#/$defs/x/const'}                   | {'x':{'const':{}}}                           | which is not a schema
            {'$ref':'#/$defs/x/own'}                     | {'x':{'own':{'type':'strong'}}}              | not a JSON Schema
            {'$ref':'#/$defs/x/own'}                     | {'x':{'own':{'$ref':'#/nowhere'}}}           | which does not exist
            {'$ref':'#/$defs/%zz'}                       | {}                                           | not a JSON Schema
            {'$ref':'#/$defs/x/allOf/7'}                 | {'x':{'allOf':[{}]}}                         | which does not exist
            {'$ref':'two'}                               | {'x':{'$id':'one'}}                          | not fetched
            {'$ref':'http://[/'}                         | {}                                           | is not a JSON Schema
            {'$id':'one'}                                | {'x':{'$id':'one'}}                          | two parts
            {'$ref':'#a'}                                | {'x':{'$id':'one','$anchor':'a'}}            | which does not exist
            {'pattern':'a++'}                            | {}                                           | is not a JSON Schema
            {'patternProperties':{'(':{}}}               | {}                                           | is not a JSON Schema
            """)
    void everyReferenceLeadsToASchema(String rules, String definitions, String problem) {
        String schema = "{'properties':{'a':" + rules + "},'$defs':" + definitions + "}";
        if (problem == null) {
            assertThat(violations(schema, "1")).containsExactly("type");
            return;
        }
        Failure failure = catchThrowableOfType(Failure.class, () -> violations(schema, "1"));
        assertThat(failure).hasMessageContaining(problem);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }
}
