package io.github.orgctl.cli.exchange;

import io.github.orgctl.cli.output.ChartBar;
import io.github.orgctl.core.model.Days;
import io.github.orgctl.core.model.Decimals;
import io.github.orgctl.core.model.Statement;
import io.github.orgctl.core.model.StatementLine;
import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Statements as one page of HTML that needs no other file, and prints each on a sheet of its own. */
final class StatementPage {
    private static final int CHART_WIDTH = 720;
    private static final int CHART_HEIGHT = 120;
    private static final int LABEL_HEIGHT = 18;

    private final StringBuilder html = new StringBuilder(8192);

    private StatementPage() {}

    static String of(Listing<Statement> statements, Function<Statement, List<Statement>> year) {
        StatementPage page = new StatementPage();
        page.html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.html.append(
                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Statement</title>\n<style>\n");
        page.html.append(style()).append("</style>\n</head>\n<body>\n");
        statements.forEach(statement -> page.add(statement, year.apply(statement)));
        return page.html.append("</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream stream = StatementPage.class.getResourceAsStream("statement.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(Statement statement, List<Statement> year) {
        html.append("<article>\n");
        addHead(statement);
        addLines(statement);
        addChart(year);
        html.append("</article>\n");
    }

    private void addHead(Statement statement) {
        String payer = statement.legalName().value().isEmpty()
                ? statement.organization().value()
                : statement.legalName().value();
        html.append("<header>\n<div><h1>Statement</h1><p>")
                .append(statement.period())
                .append("</p></div>\n<address>");
        element("strong", "", payer);
        for (String line : statement.address().value().split("\n")) {
            optional(line);
        }
        optional(statement.taxId().value());
        optional(statement.email() == null ? "" : statement.email().value());
        html.append("</address>\n</header>\n<dl>");
        fact("Organization", statement.organization().value());
        fact("Status", statement.isClosed() ? "closed " + Days.of(statement.closedAt()) : "open, and may still change");
        fact("Payment", "within " + statement.paymentDays() + " days");
        html.append("</dl>\n");
    }

    private void optional(String line) {
        if (!line.isEmpty()) {
            html.append("<br>").append(escaped(line));
        }
    }

    private void fact(String name, String value) {
        html.append("<div>");
        element("dt", "", name);
        element("dd", "", value);
        html.append("</div>");
    }

    private void addLines(Statement statement) {
        html.append("<table>\n<thead><tr><th>What</th><th>Counted</th><th class=\"n\">Quantity</th>");
        html.append("<th class=\"n\">Price</th><th class=\"n\">Amount</th></tr></thead>\n<tbody>\n");
        for (StatementLine line : statement.lines()) {
            html.append("<tr class=\"").append(line.kind()).append("\">");
            element("td", "", line.kind().toString());
            element("td", "", line.description());
            element("td", "n", Decimals.grouped(line.quantity()));
            element("td", "n", Decimals.grouped(line.unitPrice()));
            element("td", "n", line.amount().getAmount().toPlainString());
            html.append("</tr>\n");
        }
        html.append("</tbody>\n<tfoot><tr><th colspan=\"4\">Total in ").append(statement.currency());
        html.append("</th>");
        element("th", "n", statement.total().getAmount().toPlainString());
        html.append("</tr></tfoot>\n</table>\n");
    }

    private void addChart(List<Statement> year) {
        BigDecimal highest = BigDecimal.ZERO;
        for (Statement month : year) {
            highest = highest.max(month.total().getAmount());
        }
        html.append("<figure>\n<figcaption>The last twelve months</figcaption>\n<svg viewBox=\"0 0 ");
        html.append(CHART_WIDTH).append(' ').append(CHART_HEIGHT + 2 * LABEL_HEIGHT);
        html.append("\" role=\"img\" aria-label=\"Totals by month\">\n");
        int step = CHART_WIDTH / Math.max(1, year.size());
        for (int i = 0; i < year.size(); i++) {
            addBar(year.get(i), highest, i * step, step, i == year.size() - 1);
        }
        html.append("</svg>\n</figure>\n");
    }

    private void addBar(Statement month, BigDecimal highest, int x, int step, boolean last) {
        int height = ChartBar.share(month.total().getAmount(), highest, CHART_HEIGHT);
        int top = LABEL_HEIGHT + CHART_HEIGHT - height;
        int middle = x + step / 2;
        html.append("<rect")
                .append(last ? " class=\"now\"" : "")
                .append(" x=\"")
                .append(x + step / 6);
        html.append("\" y=\"").append(top).append("\" width=\"").append(step * 2 / 3);
        html.append("\" height=\"").append(height).append("\"/>");
        if (!month.total().isZero()) {
            addText(middle, top - 4, month.total().getAmount().toPlainString());
        }
        addText(middle, CHART_HEIGHT + 2 * LABEL_HEIGHT - 4, month.period().toString());
        html.append('\n');
    }

    private void addText(int x, int y, String text) {
        html.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\">");
        html.append(escaped(text)).append("</text>");
    }

    /**
     * @param cssClass empty for none
     */
    private void element(String name, String cssClass, String text) {
        html.append('<').append(name);
        if (!cssClass.isEmpty()) {
            html.append(" class=\"").append(cssClass).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
