package io.github.orgctl.cli.parameter;

import io.github.orgctl.cli.document.DocumentFormat;
import io.github.orgctl.cli.document.PlanFormat;
import io.github.orgctl.cli.dump.BackupFormat;
import io.github.orgctl.cli.format.ExportFormat;
import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.format.RowFormat;
import io.github.orgctl.cli.host.WatchedProgram;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.TimeStyle;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.model.value.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** General parameter types. The other classes of this package have those of the model. */
public final class Types {
    private Types() {}

    /** Any text. */
    public static Type<String> words(String label) {
        return new Type<>(label) {
            @Override
            public String parse(String text) {
                return text;
            }
        };
    }

    public static Type<String> file() {
        return words("FILE").offering(Candidates.FILE);
    }

    /** Location of a store: a file, or a server's URL. */
    public static Type<String> store(String label) {
        return words(label).offering(Candidates.FILE);
    }

    public static Type<BackupFormat> backupFormat() {
        return new Type<>("FORMAT", Candidates.BACKUP_FORMAT) {
            @Override
            public BackupFormat parse(String text) {
                return BackupFormat.parse(text);
            }
        };
    }

    public static Type<RowFormat> rowFormat() {
        return new Type<>("FORMAT", Candidates.ROW_FORMAT) {
            @Override
            public RowFormat parse(String text) {
                return RowFormat.parse(text);
            }
        };
    }

    /** A whole number of at least 1. */
    public static Type<Long> count() {
        return new Type<>("N") {
            @Override
            public Long parse(String text) {
                return wholeNumber(text, 1, Long.MAX_VALUE);
            }
        };
    }

    /** A whole number from 0 to a maximum. */
    public static Type<Long> upTo(long highest) {
        return new Type<>("N") {
            @Override
            public Long parse(String text) {
                return wholeNumber(text, 0, highest);
            }
        };
    }

    private static long wholeNumber(String text, long lowest, long highest) {
        try {
            long number = Long.parseLong(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, together with numbers out of range.
        }
        throw Failure.usage("'" + text + "' is not a whole number "
                + (highest == Long.MAX_VALUE ? "of at least " + lowest : "from " + lowest + " to " + highest));
    }

    /** Comma-separated names. */
    public static Type<List<String>> fieldNames() {
        return new Type<>("FIELD,…", Candidates.FIELD) {
            @Override
            public List<String> parse(String text) {
                return separated(text);
            }
        };
    }

    private static List<String> separated(String text) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
            names.add(text.substring(start, comma).strip());
            start = comma + 1;
        }
        names.add(text.substring(start).strip());
        return names;
    }

    /** A signal by its name, with or without SIG in front. */
    public static Type<String> signal() {
        return new Type<>("SIGNAL", Candidates.NONE) {
            @Override
            public String parse(String text) {
                String name = text.startsWith("SIG") ? text.substring("SIG".length()) : text;
                if (!WatchedProgram.SIGNALS.contains(name)) {
                    throw Failure.usage(
                            "'" + text + "' is not a supported signal",
                            "use one of: " + String.join(", ", WatchedProgram.SIGNALS));
                }
                return name;
            }
        };
    }

    public static Type<OutputFormat> outputFormat() {
        return new Type<>("FORMAT", Candidates.FORMAT) {
            @Override
            public OutputFormat parse(String text) {
                return OutputFormat.parse(text);
            }
        };
    }

    public static Type<Sort> sort() {
        return new Type<>("FIELD[:desc]", Candidates.ORDER) {
            @Override
            public Sort parse(String text) {
                return Sort.parse(text);
            }
        };
    }

    public static Type<ColorChoice> color() {
        return new Type<>("WHEN", Candidates.COLOR) {
            @Override
            public ColorChoice parse(String text) {
                return ColorChoice.parse(text);
            }
        };
    }

    public static Type<PromptStyle> promptStyle() {
        return new Type<>("STYLE", Candidates.PROMPT_STYLE) {
            @Override
            public PromptStyle parse(String text) {
                return PromptStyle.parse(text);
            }
        };
    }

    public static Type<TimeStyle> timeStyle() {
        return new Type<>("STYLE", Candidates.TIME_STYLE) {
            @Override
            public TimeStyle parse(String text) {
                return TimeStyle.parse(text);
            }
        };
    }

    /** A maximum waiting time. */
    public static Type<WaitTime> waitTime() {
        return new Type<>("DURATION") {
            @Override
            public WaitTime parse(String text) {
                return WaitTime.parse(text);
            }
        };
    }

    public static Type<Until> until() {
        return new Type<>("TIME|DURATION") {
            @Override
            public Until parse(String text) {
                return Until.parse(text);
            }
        };
    }

    /** A duration, such as {@code 90s} or {@code 2m}. */
    public static Type<Duration> duration() {
        return new Type<>("DURATION") {
            @Override
            public Duration parse(String text) {
                Duration duration = Until.parse(text).after();
                if (duration == null) {
                    throw Failure.usage("'" + text + "' is not a duration", "write it like 30s or 2m");
                }
                return duration;
            }
        };
    }

    public static Type<Instant> time() {
        return new Type<>("TIME") {
            @Override
            public Instant parse(String text) {
                return Instant.ofEpochMilli(Timestamps.parse(text));
            }
        };
    }

    public static Type<ExportFormat> exportFormat() {
        return new Type<>("FORMAT", Candidates.EXPORT_FORMAT) {
            @Override
            public ExportFormat parse(String text) {
                return ExportFormat.parse(text);
            }
        };
    }

    public static Type<ImportFormat> importFormat() {
        return new Type<>("FORMAT", Candidates.IMPORT_FORMAT) {
            @Override
            public ImportFormat parse(String text) {
                return ImportFormat.parse(text);
            }
        };
    }

    public static Type<DocumentFormat> documentFormat() {
        return new Type<>("FORMAT", Candidates.DOCUMENT_FORMAT) {
            @Override
            public DocumentFormat parse(String text) {
                return DocumentFormat.parse(text);
            }
        };
    }

    public static Type<PlanFormat> planFormat() {
        return new Type<>("FORMAT", Candidates.PLAN_FORMAT) {
            @Override
            public PlanFormat parse(String text) {
                return PlanFormat.parse(text);
            }
        };
    }
}
