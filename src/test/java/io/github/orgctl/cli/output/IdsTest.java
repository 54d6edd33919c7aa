package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Sample SHAPE = Sample.of("ID", "NAME");

    @Test
    void oneALine() {
        assertThat(text(SHAPE.many(row("a", 1), row("b", 2)), as("ids"))).isEqualTo("a\nb\n");
        assertThat(text(SHAPE.one(row("a", 1)), as("ids"))).isEqualTo("a\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(text(SHAPE.many(), as("ids"))).isEmpty();
        assertThat(text(SHAPE.one(null), as("ids"))).isEmpty();
    }

    @Test
    void escapesWhatSteersATerminalOrAScript() {
        assertThat(text(SHAPE.many(row("a\u001b\nb", 1)), as("ids"))).isEqualTo("a\\u001b\\nb\n");
    }

    @Test
    void passesOverFields() {
        assertThat(text(SHAPE.many(row("a", 1)), as("ids", "name"))).isEqualTo("a\n");
    }
}
