package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Sort;
import java.util.List;

/**
 * Presentation of a result.
 *
 * @param fields the JSON names of the fields to show, in this order, or null for the format's own choice
 * @param columns the same for a list's table alone, where {@code fields} is null
 * @param jq a jq expression to apply to the JSON, or null
 * @param header whether tables and separated values have a header
 * @param color whether tones become colours
 * @param terminal whether standard output is a terminal
 * @param sort the order of a list that does not come in it already, or null for its own
 * @param pager the command that pages long output on a terminal, or null for none
 * @param csvSafe whether a spreadsheet must not take any cell of CSV or TSV for a formula
 * @param times how tables write times
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
    /** With lists in their own order and complete times. */
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

    /** The same without a pager. */
    Presentation withoutPager() {
        return new Presentation(format, fields, columns, jq, header, color, terminal, sort, null, csvSafe, times);
    }

    /** The same without a jq expression. */
    Presentation withoutJq() {
        return new Presentation(format, fields, columns, null, header, color, terminal, sort, pager, csvSafe, times);
    }
}
