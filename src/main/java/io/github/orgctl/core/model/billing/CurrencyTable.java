package io.github.orgctl.core.model.billing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.CurrencyUnitDataProvider;

/**
 * Reads the currencies that joda-money comes with. Its own reader uses regular expressions, knows countries, and looks for
 * extensions, which takes longer than all else that a command does with money. The launcher puts this one in its place.
 */
public final class CurrencyTable extends CurrencyUnitDataProvider {
    /** What is known of a currency: its number in ISO 4217 and its decimals, -1 for none, or -1 where it has no money. */
    record Entry(int number, int decimals) {}

    @Override
    protected void registerCurrencies() throws IOException {
        for (Map.Entry<String, Entry> each : read().entrySet()) {
            registerCurrency(
                    each.getKey(), each.getValue().number(), each.getValue().decimals());
        }
    }

    /** The currencies by their codes. */
    static Map<String, Entry> read() throws IOException {
        String text;
        try (InputStream stream = CurrencyUnit.class.getResourceAsStream("CurrencyData.csv")) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, Entry> entries = new TreeMap<>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            add(entries, text.substring(start, end));
            start = end + 1;
        }
        return entries;
    }

    /** A line is {@code EUR,978,2}, with a comment behind {@code #}; some are comments alone. */
    private static void add(Map<String, Entry> entries, String line) {
        int comment = line.indexOf('#');
        String fields = (comment < 0 ? line : line.substring(0, comment)).strip();
        int first = fields.indexOf(',');
        if (first < 0) {
            return;
        }
        int second = fields.indexOf(',', first + 1);
        int number = number(fields.substring(first + 1, second));
        entries.put(fields.substring(0, first), new Entry(number, number(fields.substring(second + 1))));
    }

    private static int number(String text) {
        return text.isEmpty() ? -1 : Integer.parseInt(text);
    }
}
