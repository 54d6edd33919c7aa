package io.github.orgctl.core.model.billing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.CurrencyUnitDataProvider;

/**
 * Loads the currency table of joda-money. The library's own loader uses regular expressions, loads countries and looks
 * for extensions, which takes longer than everything else that a command does with money. The launcher configures this
 * one instead.
 */
public final class CurrencyTable extends CurrencyUnitDataProvider {
    /**
     * A currency.
     *
     * @param number ISO 4217 number, or -1 if it has none
     * @param decimals number of decimals; -1 for gold and the like, which payments can't be made in
     */
    record Entry(int number, int decimals) {}

    @Override
    protected void registerCurrencies() throws IOException {
        for (Map.Entry<String, Entry> each : read().entrySet()) {
            registerCurrency(
                    each.getKey(), each.getValue().number(), each.getValue().decimals());
        }
    }

    /** Currencies by code. */
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

    /** Parses a line such as {@code EUR,978,2}. Comments begin with {@code #}. */
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
