package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.port.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Sample SHAPE = Sample.of("ID", "N", "AT", "OK");
    private static final List<Sample.Row> ROWS = List.of(
            row("b", 10L, Instant.ofEpochSecond(5), true),
            row("a", 9L, null, false),
            row("c", 100L, Instant.ofEpochSecond(-5), true));

    @Test
    void keepsTheOrderWhereNoneIsAskedFor() {
        assertThat(ids(Rows.of(ROWS), false)).containsExactly("b", "a", "c");
        assertThat(ids(page(null, null, null), false)).containsExactly("b", "a", "c");
    }

    @Test
    void sortsEachTypeByItsOwnOrder() {
        assertThat(ids(page(null, null, "id"), false)).containsExactly("a", "b", "c");
        assertThat(ids(page(null, null, "id:desc"), false)).containsExactly("c", "b", "a");
        assertThat(ids(page(null, null, "n"), false)).containsExactly("a", "b", "c");
        assertThat(ids(page(null, null, "n:desc"), false)).containsExactly("c", "b", "a");
        assertThat(ids(page(null, null, "ok"), false)).containsExactly("a", "b", "c");
    }

    @Test
    void whatIsMissingComesLastAndFirstWhenTurnedRound() {
        assertThat(ids(page(null, null, "at"), false)).containsExactly("c", "b", "a");
        assertThat(ids(page(null, null, "at:desc"), false)).containsExactly("a", "b", "c");
    }

    @Test
    void saysWhetherTheLimitLeftRowsOut() {
        assertThat(ids(page(2L, null, "id"), true)).containsExactly("a", "b");
        assertThat(ids(page(3L, null, "id"), false)).containsExactly("a", "b", "c");
        assertThat(ids(page(Long.MAX_VALUE, null, "id"), false)).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnBehindARow() {
        assertThat(ids(page(1L, row("a", 0L, null, null), "id"), true)).containsExactly("b");
        assertThat(ids(page(1L, row("b", 0L, null, null), "id"), false)).containsExactly("c");
        assertThat(ids(page(null, row("c", 0L, null, null), "id"), false)).isEmpty();
    }

    @Test
    void refusesUnknownFieldsAndRows() {
        Failure field = catchThrowableOfType(Failure.class, () -> page(null, null, "nn"));
        assertThat(field.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(field.hint()).hasToString("did you mean n? the fields are id, n, at, ok");
        Failure after = catchThrowableOfType(Failure.class, () -> page(null, row("x"), null));
        assertThat(after.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    private static Listing<Sample.Row> page(Long limit, Sample.Row after, String sort) {
        return Rows.of(SHAPE, ROWS, new Page<>(limit, after, sort == null ? null : Sort.parse(sort)));
    }

    private static List<String> ids(Listing<Sample.Row> rows, boolean cut) {
        List<String> ids = new ArrayList<>();
        assertThat(rows.forEach(row -> ids.add(SHAPE.id(row)))).isEqualTo(cut);
        return ids;
    }
}
