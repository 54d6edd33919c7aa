package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of result in each format. */
class ResultsTest {
    private static final Sample SHAPE = Sample.of("NAME");
    private static final List<Result> RESULTS = List.of(
            SHAPE.one(Sample.row("mark")),
            new Result.Bare<>(SHAPE, Sample.row("mark"), "mark"),
            SHAPE.many(Sample.row("mark")),
            new Result.Tree(new Configuration(new TreeMap<>(Map.of(new Key("mark"), new Value("1"))))),
            new Result.Lines(Rows.of(List.of("mark".getBytes(StandardCharsets.UTF_8)))),
            new Result.Bytes(out -> out.write("mark".getBytes(StandardCharsets.UTF_8))),
            new Result.Plain("mark", false));

    @Test
    void areAllHere() {
        assertThat(RESULTS.stream().<Class<?>>map(Result::getClass))
                .containsExactlyInAnyOrderElementsOf(kinds(Result.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(ResultsTest::kinds) : Stream.of(type);
    }

    @ParameterizedTest
    @EnumSource
    void areWrittenOrRefused(OutputFormat format) {
        for (Result result : RESULTS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                Sample.output(out, Sample.as(format.toString())).write(result);
                assertThat(out.toString(StandardCharsets.UTF_8))
                        .as(result.toString())
                        .contains("mark");
            } catch (Failure refused) {
                assertThat(refused.kind()).isEqualTo(Failure.Kind.USAGE);
                assertThat(out.size()).isZero();
            }
        }
    }
}
