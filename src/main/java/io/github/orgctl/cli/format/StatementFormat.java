package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Listing;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Human-readable formats of statements. */
public enum StatementFormat {
    HTML;

    /**
     * @throws Failure USAGE if there is no format with this name
     */
    public static StatementFormat parse(String text) {
        if (text.equals(HTML.toString())) {
            return HTML;
        }
        throw Failure.usage("unknown format '" + text + "'", "the format is html; for others use -o");
    }

    /**
     * The statements as a complete file, generated lazily.
     *
     * @param year returns the months up to a statement's own
     */
    public Listing<byte[]> write(Listing<Statement> statements, Function<Statement, List<Statement>> year) {
        return switch (this) {
            case HTML -> StatementPage.of(statements, year);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
