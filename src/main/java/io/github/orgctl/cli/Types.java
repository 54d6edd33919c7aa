package io.github.orgctl.cli;

import io.github.orgctl.cli.exchange.ExportFormat;
import io.github.orgctl.cli.exchange.ImportFormat;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Sort;
import io.github.orgctl.core.model.Until;
import java.util.ArrayList;
import java.util.List;

/** The types of parameters that any command may have. Types of the model stand in the files beside this one. */
public final class Types {
    private Types() {}

    /** Any text. */
    public static final class Words extends Type<String> {
        private final String label;
        private final Candidates candidates;

        public Words(String label) {
            this(label, Candidates.NONE);
        }

        public Words(String label, Candidates candidates) {
            this.label = label;
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public String parse(String text) {
            return text;
        }
    }

    /** Any number of values of a type, each given by itself. */
    public static final class Many<T> extends Type<List<T>> {
        private final Type<T> type;

        public Many(Type<T> type) {
            this.type = type;
        }

        @Override
        public String label() {
            return type.label() + "…";
        }

        @Override
        public Candidates candidates() {
            return type.candidates();
        }

        @Override
        boolean isMany() {
            return true;
        }

        @Override
        public List<T> parse(String text) {
            return List.of(type.parse(text));
        }

        @Override
        List<T> parse(List<String> texts) {
            List<T> values = new ArrayList<>(texts.size());
            for (String text : texts) {
                values.add(type.parse(text));
            }
            return values;
        }
    }

    /** A whole number of at least 1. */
    public static final class Count extends Type<Long> {
        @Override
        public String label() {
            return "N";
        }

        @Override
        public Long parse(String text) {
            try {
                long count = Long.parseLong(text);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException notANumber) {
                // Told below, together with numbers that are too small.
            }
            throw Failure.usage("'" + text + "' is not a whole number of at least 1", null);
        }
    }

    /** Names with commas between them. */
    public static final class FieldNames extends Type<List<String>> {
        @Override
        public String label() {
            return "FIELD,…";
        }

        @Override
        public Candidates candidates() {
            return Candidates.FIELD;
        }

        @Override
        public List<String> parse(String text) {
            List<String> names = new ArrayList<>();
            int start = 0;
            for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
                names.add(text.substring(start, comma).strip());
                start = comma + 1;
            }
            names.add(text.substring(start).strip());
            return names;
        }
    }

    public static final class Format extends Type<OutputFormat> {
        @Override
        public String label() {
            return "FORMAT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.FORMAT;
        }

        @Override
        public OutputFormat parse(String text) {
            return OutputFormat.parse(text);
        }
    }

    public static final class Order extends Type<Sort> {
        @Override
        public String label() {
            return "FIELD[:desc]";
        }

        @Override
        public Candidates candidates() {
            return Candidates.ORDER;
        }

        @Override
        public Sort parse(String text) {
            return Sort.parse(text);
        }
    }

    public static final class Color extends Type<ColorChoice> {
        @Override
        public String label() {
            return "WHEN";
        }

        @Override
        public Candidates candidates() {
            return Candidates.COLOR;
        }

        @Override
        public ColorChoice parse(String text) {
            return ColorChoice.parse(text);
        }
    }

    public static final class UntilType extends Type<Until> {
        @Override
        public String label() {
            return "TIME|DURATION";
        }

        @Override
        public Until parse(String text) {
            return Until.parse(text);
        }
    }

    public static final class ExportFormatType extends Type<ExportFormat> {
        @Override
        public String label() {
            return "FORMAT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.EXPORT_FORMAT;
        }

        @Override
        public ExportFormat parse(String text) {
            return ExportFormat.parse(text);
        }
    }

    public static final class ImportFormatType extends Type<ImportFormat> {
        @Override
        public String label() {
            return "FORMAT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.IMPORT_FORMAT;
        }

        @Override
        public ImportFormat parse(String text) {
            return ImportFormat.parse(text);
        }
    }
}
