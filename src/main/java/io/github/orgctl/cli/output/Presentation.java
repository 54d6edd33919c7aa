package io.github.orgctl.cli.output;

import java.util.List;

/**
 * How a result is to be written.
 *
 * @param fields the JSON names of the fields to show, in this order, or null for the format's own choice
 * @param jq a jq expression to apply to the JSON, or null
 * @param header whether tables and separated values have a header
 * @param color whether tones become colours
 * @param terminal whether standard output is a terminal
 * @param pager the command that pages long output on a terminal, or null for none
 */
public record Presentation(
        OutputFormat format,
        List<String> fields,
        String jq,
        boolean header,
        boolean color,
        boolean terminal,
        String pager) {
    /** The same without a jq expression. */
    Presentation withoutJq() {
        return new Presentation(format, fields, null, header, color, terminal, pager);
    }
}
