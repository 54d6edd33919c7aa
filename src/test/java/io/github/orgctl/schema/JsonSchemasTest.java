package io.github.orgctl.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.KeyPolicy.Pair;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemasTest {
    /** JSON with single quotes. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<String> violations(String schema, String... keysAndValues) {
        TreeMap<Key, Value> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(new Key(keysAndValues[i]), new Value(json(keysAndValues[i + 1])));
        }
        return new JsonSchemas()
                .read(json(schema)).violations(Mode.LIVE, new Configuration(values)).stream()
                        .map(Violation::toString)
                        .toList();
    }

    private static List<KeyPolicy> policies(String schema) {
        return new JsonSchemas().read(json(schema)).policies();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'properties':{'a':{'type':'integer'}}}                        | 5      |
                    {'properties':{'a':{'type':'integer'}}}                        | 'x'    | 'a' string found, integer expected (type)
                    {'properties':{'a':{'minimum':1}}}                             | 0      | 'a' must have a minimum value of 1 (minimum)
                    {'required':['b']}                                             | 1      | 'b' is missing (required)
                    {'properties':{'a':{'required':['b']}}}                        | {}     | 'a.b' is missing (required)
                    {'additionalProperties':false}                                 | 1      | 'a' is not known to the schema (additionalProperties)
                    {'properties':{'a':{'properties':{'b':{'type':'string'}}}}}    | {'b':1}| 'a.b' integer found, string expected (type)
                    {'properties':{'a':{'items':{'type':'string'}}}}               | ['x',1]| 'a.1' integer found, string expected (type)
                    {'minProperties':2}                                            | 1      | all together must have at least 2 properties (minProperties)
                    {'properties':{'a':{'$ref':'#/$defs/p'}},'$defs':{'p':{'maximum':9}}} | 10 | 'a' must have a maximum value of 9 (maximum)
                    {'properties':{'a':{'multipleOf':0.1}}}                        | 0.3    |
                    """)
    void namesPlaceAndRule(String schema, String value, String violation) {
        assertThat(violations(schema, "a", value)).isEqualTo(violation == null ? List.of() : List.of(violation));
    }

    @Test
    void nestsKeysByTheirDots() {
        String schema = "{'properties':{'a':{'properties':{'b':{'properties':{'c':{'type':'null'}}}}}}}";
        assertThat(violations(schema, "a.b.c", "1", "a.x", "2"))
                .containsExactly("'a.b.c' integer found, null expected (type)");
    }

    @Test
    void formatsAreRules() {
        assertThat(violations("{'properties':{'a':{'format':'email'}}}", "a", "'nobody'"))
                .singleElement()
                .asString()
                .startsWith("'a' ")
                .endsWith(" (format)");
    }

    @Test
    void tellsItInEnglishWhereverItRuns() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(violations("{'properties':{'a':{'type':'integer'}}}", "a", "'x'"))
                    .containsExactly("'a' string found, integer expected (type)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsAllViolations() {
        String schema = "{'additionalProperties':{'type':'string'}}";
        assertThat(violations(schema, "a", "1", "b", "2", "c", "3", "d", "'x'")).hasSize(3);
    }

    @Test
    void understandsWhatItAdds() {
        String schema = "{'properties':{'a':{'x-orgctl':{'pair':'differ','only':'live'},'properties':{"
                + "'b':{'x-orgctl':{'promote':'never','critical':true}}}},"
                + "'c':{'$ref':'#/$defs/c'},'d':{'allOf':[{'x-orgctl':{'pair':'match'}}]}},"
                + "'$defs':{'c':{'x-orgctl':{'only':'sandbox'}}}}";
        assertThat(policies(schema))
                .containsExactlyInAnyOrder(
                        new KeyPolicy(new Key("a"), Pair.DIFFER, Mode.LIVE, false, false, false),
                        new KeyPolicy(new Key("a.b"), null, null, true, true, false),
                        new KeyPolicy(new Key("c"), null, Mode.SANDBOX, false, false, false),
                        new KeyPolicy(new Key("d"), Pair.MATCH, null, false, false, false));
        assertThat(policies("{'properties':{'a':{'$ref':'#'}}}")).isEmpty();
        assertThat(policies("{'properties':{'x-orgctl':{'const':{'x-orgctl':1}}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    nonsense                                                       | the schema is not JSON: unexpected text at line 1, column
                    {'a':                                                          | the schema is not JSON: unexpected end at line 1, column
                    {'a':1,'a':2}                                                  | the schema is not JSON: duplicate key at line 1, column 8
                    {} {}                                                          | the schema is not JSON: unexpected text at line 1, column
                    []                                                             | the schema is not a JSON object
                    true                                                           | the schema is not a JSON object
                    {'type':'nonsense'}                                            | the schema is not a JSON Schema
                    {'$schema':'http://json-schema.org/draft-07/schema#'}          | not for JSON Schema 2020-12
                    {'$ref':'https://example.com/schema.json'}                     | remote schemas are not fetched
                    {'properties':{'a':{'$ref':'file:///etc/passwd'}}}             | remote schemas are not fetched
                    {'properties':{'a':{'$ref':'classpath:draft/2020-12/schema'}}} | remote schemas are not fetched
                    {'properties':{'a':{'$ref':'#/$defs/b'}}}                      | which does not exist
                    {'properties':{'a':{'pattern':'('}}}                           | the schema
                    {'properties':{'a.b':{}}}                                      | can't match any key
                    {'properties':{'a':{'x-orgctl':1}}}                            | not an object
                    {'properties':{'a':{'x-orgctl':{'pairs':'differ'}}}}           | unknown field 'pairs'
                    {'properties':{'a':{'x-orgctl':{'pair':'equal'}}}}             | "differ" or "match"
                    {'properties':{'a':{'x-orgctl':{'only':'test'}}}}              | "sandbox" or "live"
                    {'properties':{'a':{'x-orgctl':{'promote':true}}}}             | "never"
                    {'properties':{'a':{'x-orgctl':{'critical':'yes'}}}}           | true or false
                    {'x-orgctl':{'critical':true}}                                 | can't be used there
                    {'$ref':'#'}                                                   | reference cycle
                    {'allOf':[{'$ref':'#'}]}                                       | reference cycle
                    {'if':{'not':{'$ref':'#'}}}                                    | reference cycle
                    {'$anchor':'a','anyOf':[{'$ref':'#a'}]}                        | reference cycle
                    {'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'properties':{'q':{'$ref':'#/$defs/a'}}} | reference cycle
                    {'patternProperties':{'a':{'x-orgctl':{'critical':true}}}}     | can't be used there
                    {'properties':{'a':{'items':{'x-orgctl':{'critical':true}}}}}  | can't be used there
                    """)
    void refusesWhatIsNoSchema(String schema, String message) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new JsonSchemas().read(json(schema)));
        assertThat(failure).isNotNull().hasMessageContaining(message);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        String deep = "{\"not\":".repeat(1100) + "{}" + "}".repeat(1100);
        assertThatThrownBy(() -> new JsonSchemas().read(deep))
                .hasMessageStartingWith("the schema is not JSON: more than 500 levels");
    }

    @Test
    void mayComeBackToItselfForASmallerValue() {
        String schema = "{'properties':{'a':{'$ref':'#'},'b':{'items':{'$ref':'#/$defs/n'}}},"
                + "'$defs':{'n':{'allOf':[{'$ref':'#/$defs/m'},{'$ref':'#/$defs/m'}]},'m':{'type':'integer'}}}";
        assertThat(violations(schema, "a.b", "[1]")).isEmpty();
        assertThat(violations(schema, "a.a.b", "['x']")).isNotEmpty();
    }
}
