package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Sort;
import java.util.List;

/**
 * How to present a result.
 *
 * @param fields JSON names of the fields to show, in order, or null for the format's default
 * @param columns fields of a list's table, used if {@code fields} is null
 * @param jq a jq expression to apply to the JSON, or null
 * @param header whether tables, CSV and TSV have a header
 * @param color whether to use colours
 * @param terminal whether standard output is a terminal
 * @param sort sort order for lists that are not sorted by the store, or null for the default
 * @param pager pager command for long output on a terminal, or null for none
 * @param csvSafe whether to prevent spreadsheets from treating CSV or TSV cells as formulas
 * @param times format of times in tables
 */
public record Presentation(
        OutputFormat format,
        List<String> fields,
        List<String> columns,
        String jq,
        boolean header,
        boolean color,
        boolean terminal,
        Sort sort,
        String pager,
        boolean csvSafe,
        Times times) {
    /** A presentation with default sort orders and complete times. */
    public Presentation(
            OutputFormat format,
            List<String> fields,
            String jq,
            boolean header,
            boolean color,
            boolean terminal,
            String pager) {
        this(format, fields, null, jq, header, color, terminal, null, pager, false, Times.COMPLETE);
    }

    /** Returns a copy without a pager. */
    Presentation withoutPager() {
        return new Presentation(format, fields, columns, jq, header, color, terminal, sort, null, csvSafe, times);
    }

    /** Returns a copy without a jq expression. */
    Presentation withoutJq() {
        return new Presentation(format, fields, columns, null, header, color, terminal, sort, pager, csvSafe, times);
    }
}
