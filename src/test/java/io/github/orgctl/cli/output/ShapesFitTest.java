package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of all commands, with values of any length, fit terminals of different widths. */
class ShapesFitTest {
    private static final List<Object> LONG_VALUES = List.of(
            "a text with many words ".repeat(220).strip(),
            "word".repeat(1250),
            new JsonText("{\"a\":\"" + "x".repeat(5000) + "\"}"),
            "日本語🚀e\u0301".repeat(40),
            new Id("00000000-0000-4000-8000-000000000001"),
            123_456_789_012_345_678L,
            Instant.parse("2026-11-30T18:05:00Z"),
            Map.of("reason", "a reason with many words ".repeat(20)));

    static Stream<Shape<?>> shapes() {
        Set<Shape<?>> shapes = new LinkedHashSet<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                if (verb.shape() != null) {
                    shapes.add(verb.shape());
                }
            }
        }
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void noLineIsWiderThanTheTerminal(Shape<?> shape) {
        for (int columns : new int[] {60, 80, 120}) {
            for (Object value : LONG_VALUES) {
                assertFits(table(shape, List.of(value), columns), columns);
            }
            assertFits(table(shape, LONG_VALUES, columns), columns);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyTableKeepsSomethingThatNamesItsRows(Shape<?> shape) {
        assertThat(shape.fields())
                .anyMatch(field -> field.importance() == Importance.ESSENTIAL || shape.once() == field);
    }

    private static void assertFits(String table, int columns) {
        assertThat(table.lines().toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(columns));
    }

    private static String table(Shape<?> shape, List<Object> values, int columns) {
        Filled filled = new Filled(shape, values);
        return Sample.text(
                new Result.Many<>(filled, Rows.of(List.of(0, 1, 2))),
                Sample.onTerminal(null),
                new TerminalSize(Integer.toString(columns), "24"));
    }

    /** Rows that fill a shape's fields with rotating values. A value that must stay whole is short. */
    private static final class Filled extends Shape<Integer> {
        private Filled(Shape<?> shape, List<Object> values) {
            super(shape.name(), fields(shape, values));
        }

        private static List<Field<Integer>> fields(Shape<?> shape, List<Object> values) {
            List<Field<Integer>> fields = new ArrayList<>();
            for (Field<?> field : shape.fields()) {
                fields.add(new Column(field, fields.size(), field == shape.once() ? List.of("token") : values));
            }
            return fields;
        }

        @Override
        public String id(Integer row) {
            return row.toString();
        }
    }

    private record Column(Field<?> field, int index, List<Object> values) implements Field<Integer> {
        @Override
        public String name() {
            return field.name();
        }

        @Override
        public Object of(Integer row) {
            return values.get((row + index) % values.size());
        }

        @Override
        public Importance importance() {
            return field.importance();
        }

        @Override
        public boolean wraps() {
            return field.wraps();
        }
    }
}
