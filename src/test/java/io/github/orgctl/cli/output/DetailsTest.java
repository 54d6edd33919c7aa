package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.colored;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static io.github.orgctl.cli.output.Sample.toned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.shape.Tone;
import io.github.orgctl.cli.text.Visible;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailsTest {
    @Test
    void showsEveryFieldOnALineOfItsOwn() {
        Sample shape = Sample.of("SLUG", "website_url", "ORGANIZATION_ID", "ID", "created_at", "OK", "DELETED_AT");
        assertThat(text(shape.one(row("acme", "https://a.example", 7, "i", Instant.EPOCH, true, null)), as("table")))
                .isEqualTo("""
                        Slug:             acme
                        Website URL:      https://a.example
                        Organization ID:  7
                        ID:               i
                        Created at:       1970-01-01T00:00:00.000Z
                        Ok:               yes
                        Deleted at:       -
                        """);
    }

    @Test
    void nothingIsNothing() {
        assertThat(text(Sample.of("SLUG").one(null), as("table"))).isEmpty();
    }

    @Test
    void linesOfATextStandUnderEachOther() {
        assertThat(text(Sample.of("A", "B").one(row("one\n\n\ttwo\n", "x")), as("table")))
                .isEqualTo("A:  one\n\n        two\n\nB:  x\n");
    }

    @Test
    void structuresAreIndentedBelowTheirLabel() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("reason", "two\nlines");
        values.put("until", null);
        values.put("a\u001bb", new JsonText("{\"x\": \"\u202e\"}"));
        assertThat(text(Sample.of("LOCK", "NONE").one(row(values, Map.of())), as("table")))
                .isEqualTo("""
                        Lock:
                          reason: two\\nlines
                          until: -
                          a\\u001bb: {"x": "\\u202e"}
                        None:  none
                        """);
    }

    @Test
    void escapesWhatSteersATerminal() {
        assertThat(text(Sample.of("A").one(row(Sample.NASTY + "\r")), as("table")))
                .isEqualTo("A:  " + Visible.line(Sample.NASTY) + "\\r\n");
    }

    @Test
    void labelsAreBoldAndValuesInTheirTone() {
        assertThat(text(Sample.of("A", "B").one(toned(Tone.BAD, "x\n\ny", Map.of("k", "v"))), colored()))
                .isEqualTo("\u001b[1mA:\u001b[0m  \u001b[31mx\u001b[0m\n\n    \u001b[31my\u001b[0m\n"
                        + "\u001b[1mB:\u001b[0m\n  k: v\n");
    }

    @Test
    void fieldsSelectAndOrder() {
        assertThat(text(Sample.of("A", "bb").one(row(1, 2)), as("table", "bb", "a")))
                .isEqualTo("Bb:  2\nA:   1\n");
    }
}
