package io.github.orgctl.cli.format;

import io.github.orgctl.cli.shape.billing.ChartScale;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** Statements as a self-contained HTML page that prints each on a separate sheet. */
final class StatementPage {
    private static final int CHART_WIDTH = 720;
    private static final int CHART_HEIGHT = 120;
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}(-\\d{2})?\\b");
    private static final int LABEL_HEIGHT = 18;
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Statement</title>
            <style>
            """;

    private final StringBuilder html = new StringBuilder(8192);

    private StatementPage() {}

    /** The page in parts: head, statements, end. */
    static Listing<byte[]> of(Listing<Statement> statements, Function<Statement, List<Statement>> year) {
        return action -> {
            action.accept(bytes(HEAD + style() + "</style>\n</head>\n<body>"));
            boolean cut = statements.forEach(statement -> {
                StatementPage page = new StatementPage();
                page.add(statement, year.apply(statement));
                action.accept(bytes(page.html.toString()));
            });
            action.accept(bytes("</body>\n</html>"));
            return cut;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
        html.append("</article>");
    }

    private void addHead(Statement statement) {
        String payer = statement.legalName().value().isEmpty()
                ? statement.organization().value()
                : statement.legalName().value();
        html.append("<header>\n<div><h1>Statement</h1><p>")
                .append(statement.period())
                .append("</p></div>\n<div class=\"parties\">\n");
        Issuer issuer = statement.issuer();
        if (!issuer.equals(Issuer.NONE)) {
            addParty("From", issuer.name(), issuer.address(), issuer.taxId(), issuer.email());
        }
        addParty("To", new Line(payer), statement.address(), statement.taxId(), statement.email());
        html.append("</div>\n</header>\n<dl>");
        fact("Organization", statement.organization().value());
        if (statement.isClosed()) {
            LocalDate issued = Days.of(statement.closedAt());
            fact("Number", statement.organization() + "-" + statement.period());
            fact("Issued", issued.toString());
            fact("Due", issued.plusDays(statement.paymentDays()).toString());
        } else {
            fact("Status", "open, may still change");
            fact("Payment", "within " + Count.of(statement.paymentDays(), "day"));
        }
        html.append("</dl>\n");
    }

    /**
     * @param email null for none
     */
    private void addParty(String title, Line name, Description address, Line taxId, Email email) {
        html.append("<address>");
        element("small", "", title);
        if (!name.value().isEmpty()) {
            html.append("<br>");
            element("strong", "", name.value());
        }
        for (String line : address.value().split("\n")) {
            optional(line);
        }
        optional(taxId.value());
        optional(email == null ? "" : email.value());
        html.append("</address>\n");
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
        html.append("<table>\n<thead><tr><th>Item</th><th>Description</th><th class=\"n\">Quantity</th>");
        html.append("<th class=\"n\">Price</th><th class=\"n\">Amount</th></tr></thead>\n<tbody>\n");
        for (StatementLine line : statement.lines()) {
            html.append("<tr class=\"").append(line.kind()).append("\">");
            element("td", "", line.kind().toString());
            element("td", "", line.description());
            element("td", "n", Decimals.grouped(line.quantity()) + unit(line));
            element("td", "n", price(statement, line));
            element("td", "n", Decimals.grouped(line.amount()));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n<tfoot><tr><th colspan=\"4\">Total in ").append(statement.currency());
        html.append("</th>");
        element("th", "n", Decimals.grouped(statement.total()));
        html.append("</tr></tfoot>\n</table>\n");
    }

    /** The price of {@code per} units; for a percentage, the amount it applies to. */
    private static String price(Statement statement, StatementLine line) {
        int decimals = statement.currency().getDecimalPlaces();
        String price = Decimals.grouped(line.unitPrice(), decimals) + " " + statement.currency();
        if (line.unit().equals("percent")) {
            return price;
        }
        return price + " / " + (line.per() == 1 ? one(line.unit()) : line.per() + " " + line.unit());
    }

    /** A unit in the singular; metrics are names and stay unchanged. */
    private static String one(String unit) {
        return unit.equals("days") ? "day" : unit.equals("seat days") ? "seat day" : unit;
    }

    /** The unit of a quantity: singular for one, and empty for a metric, which is in the description. */
    private static String unit(StatementLine line) {
        if (line.unit().equals(line.metric())) {
            return "";
        }
        return " " + (line.quantity().compareTo(BigDecimal.ONE) == 0 ? one(line.unit()) : line.unit());
    }

    private void addChart(List<Statement> year) {
        ChartScale scale = new ChartScale(year);
        Set<CurrencyUnit> currencies = scale.currencies();
        html.append("<figure>\n<figcaption>Last twelve months");
        if (currencies.isEmpty()) {
            html.append(": nothing was charged</figcaption>\n</figure>\n");
            return;
        }
        html.append(currencies.size() == 1 ? " in " + currencies.iterator().next() : ", each currency separately");
        html.append("</figcaption>\n<svg viewBox=\"0 0 ");
        html.append(CHART_WIDTH).append(' ').append(CHART_HEIGHT + 2 * LABEL_HEIGHT);
        html.append("\" role=\"img\" aria-label=\"Totals by month\">\n");
        int step = CHART_WIDTH / year.size();
        for (int i = 0; i < year.size(); i++) {
            addBar(year.get(i), scale, i * step, step, i == year.size() - 1);
        }
        html.append("</svg>\n</figure>\n");
    }

    private void addBar(Statement month, ChartScale scale, int x, int step, boolean last) {
        int height = scale.length(month.total(), CHART_HEIGHT);
        int top = LABEL_HEIGHT + CHART_HEIGHT - height;
        int middle = x + step / 2;
        html.append("<rect")
                .append(last ? " class=\"now\"" : "")
                .append(" x=\"")
                .append(x + step / 6);
        html.append("\" y=\"").append(top).append("\" width=\"").append(step * 2 / 3);
        html.append("\" height=\"").append(height).append("\"/>");
        if (!month.total().isZero()) {
            String currency = scale.currencies().size() == 1 ? "" : month.currency() + " ";
            addText(middle, top - 4, currency + Decimals.grouped(month.total()));
        }
        addText(middle, CHART_HEIGHT + 2 * LABEL_HEIGHT - 4, month.period().toString());
        html.append('\n');
    }

    private void addText(int x, int y, String text) {
        html.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\">");
        html.append(bare(text)).append("</text>");
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

    /** Uses non-breaking hyphens, so that browsers don't break dates. */
    private static String escaped(String text) {
        return DATE.matcher(bare(text)).replaceAll("<span class=\"d\">$0</span>");
    }

    private static String bare(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
