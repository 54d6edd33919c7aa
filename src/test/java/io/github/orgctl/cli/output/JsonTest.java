package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Sample SHAPE = Sample.of("SLUG", "created_at");
    private static final Sample VALUE = Sample.of("VALUE");

    @Test
    void listIsAnIndentedArray() {
        assertThat(text(SHAPE.many(row("a", Instant.EPOCH), row("b", null)), as("json")))
                .isEqualTo("""
                        [
                          {
                            "slug": "a",
                            "createdAt": "1970-01-01T00:00:00.000Z"
                          },
                          {
                            "slug": "b",
                            "createdAt": null
                          }
                        ]
                        """);
    }

    @Test
    void listIsOneLineEachInNdjson() {
        assertThat(text(SHAPE.many(row("a", Instant.EPOCH), row("b", null)), as("ndjson")))
                .isEqualTo("""
                        {"slug":"a","createdAt":"1970-01-01T00:00:00.000Z"}
                        {"slug":"b","createdAt":null}
                        """);
    }

    @Test
    void oneIsAnObject() {
        assertThat(text(SHAPE.one(row("a", null)), as("json")))
                .isEqualTo("{\n  \"slug\": \"a\",\n  \"createdAt\": null\n}\n");
        assertThat(text(SHAPE.one(row("a", null)), as("ndjson"))).isEqualTo("{\"slug\":\"a\",\"createdAt\":null}\n");
    }

    @Test
    void nothingIsStillADocument() {
        assertThat(text(SHAPE.many(), as("json"))).isEqualTo("[]\n");
        assertThat(text(SHAPE.one(null), as("json"))).isEqualTo("null\n");
        assertThat(text(SHAPE.many(), as("ndjson"))).isEmpty();
        assertThat(text(SHAPE.one(null), as("ndjson"))).isEmpty();
    }

    @Test
    void escapesWhatSteersATerminalAndNothingElse() {
        assertThat(text(VALUE.many(row(Sample.NASTY + "\n\t\r=cmd")), as("ndjson")))
                .isEqualTo("{\"value\":\"a\\\"b,c\\\\d\\u001b[31m\\u007f\\u0085\\u2028\\u202e\\u2066 日本 🚀 שלום é"
                        + "\\n\\t\\r=cmd\"}\n");
    }

    @Test
    void whatIsEscapedReadsBackAsItWas() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            all.append((char) c);
        }
        String nasty = all + Sample.NASTY + all.reverse();
        String json = text(VALUE.one(row(nasty)), as("json"));
        assertThat(new ObjectMapper().readTree(json).get("value").textValue()).isEqualTo(nasty);
    }

    @Test
    void halfAPairIsEscaped() {
        assertThat(text(VALUE.many(row("a\ud83d"), row("\ude80b")), as("ndjson")))
                .isEqualTo("{\"value\":\"a\\ud83d\"}\n{\"value\":\"\\ude80b\"}\n");
    }

    @Test
    void valuesKeepTheirTypes() {
        Sample shape = Sample.of("A", "B", "C", "D", "E", "F");
        assertThat(text(
                        shape.many(row(Long.MIN_VALUE, 7, true, new BigDecimal("1.10"), OutputFormat.NDJSON, "")),
                        as("ndjson")))
                .isEqualTo("{\"a\":-9223372036854775808,\"b\":7,\"c\":true,\"d\":1.10,\"e\":\"ndjson\",\"f\":\"\"}\n");
    }

    @Test
    void structuresAreNested() {
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put("reason", "\u001b");
        lock.put("until", Instant.EPOCH);
        lock.put("\u202e", null);
        assertThat(text(VALUE.many(row(lock), row(Map.of())), as("ndjson")))
                .isEqualTo(
                        "{\"value\":{\"reason\":\"\\u001b\",\"until\":\"1970-01-01T00:00:00.000Z\",\"\\u202e\":null}}\n"
                                + "{\"value\":{}}\n");
    }

    @Test
    void jsonValuesAreEscapedAndIndentedLikeTheRestAndKeepTheirDigits() {
        String stored = "{ \"a\" : [ 1, 1.10, 12345678901234567890123, 1e400 ], \"\u202e\" : \"\u009b\", \"e\":{} }";
        assertThat(text(VALUE.one(row(new JsonText(stored))), as("json"))).isEqualTo("""
                        {
                          "value": {
                            "a": [
                              1,
                              1.10,
                              12345678901234567890123,
                              1e400
                            ],
                            "\\u202e": "\\u009b",
                            "e": {}
                          }
                        }
                        """);
        assertThat(text(VALUE.one(row(new JsonText(" false "))), as("ndjson"))).isEqualTo("{\"value\":false}\n");
    }

    @Test
    void aStoredValueThatIsNotJsonIsDamage() {
        for (String stored : new String[] {"", "{", "nope", "[1,]"}) {
            assertThatThrownBy(() -> text(VALUE.one(row(new JsonText(stored))), as("json")))
                    .as(stored)
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED));
        }
    }

    @Test
    void fieldsSelectAndOrder() {
        assertThat(text(SHAPE.many(row("a", 1)), as("ndjson", "createdAt", "slug")))
                .isEqualTo("{\"createdAt\":1,\"slug\":\"a\"}\n");
        assertThat(text(SHAPE.one(row("a", 1)), as("json", "createdAt"))).isEqualTo("{\n  \"createdAt\": 1\n}\n");
    }
}
