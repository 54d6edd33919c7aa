package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static final Sample SHAPE = Sample.of("SLUG", "website_url");

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "ndjson", "yaml", "csv", "tsv"})
    void anUnknownFieldIsNamedWithTheNearestAndAll(String format) {
        for (Result result : new Result[] {SHAPE.many(), SHAPE.one(row("a", "b"))}) {
            Failure failure = failure(result, format, "slug", "websiteURL");
            assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
            assertThat(failure).hasMessage("the sample has no field 'websiteURL'");
            assertThat(failure.hint()).hasToString("did you mean websiteUrl? the fields are slug, websiteUrl");
        }
    }

    @Test
    void whereNothingIsNearAllAreNamed() {
        assertThat(failure(SHAPE.many(), "json", "").hint()).hasToString("the fields are slug, websiteUrl");
        assertThat(failure(SHAPE.many(), "json", "a\u001b[31m")).hasMessage("the sample has no field 'a\\u001b[31m'");
    }

    @Test
    void aFieldCanBeNamedOnlyOnce() {
        Failure failure = failure(SHAPE.many(), "csv", "slug", "websiteUrl", "slug");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage("the field 'slug' is given twice");
    }

    @Test
    void blanksAroundANameAreNoPartOfIt() {
        assertThat(text(SHAPE.many(row("a", "b")), as("csv", "websiteUrl", " slug ")))
                .isEqualTo("websiteUrl,slug\nb,a\n");
    }

    private static Failure failure(Result result, String format, String... fields) {
        return catchThrowableOfType(Failure.class, () -> text(result, as(format, fields)));
    }
}
