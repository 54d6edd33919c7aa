package io.github.orgctl.cli;

import io.github.orgctl.cli.exchange.ExportFormat;
import io.github.orgctl.cli.exchange.ImportFormat;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.LiveWrites;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.OrganizationReference;
import io.github.orgctl.core.model.ProjectReference;
import io.github.orgctl.core.model.SecretReference;
import io.github.orgctl.core.model.Side;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.Sort;
import io.github.orgctl.core.model.Until;
import io.github.orgctl.core.model.WebsiteUrl;
import java.util.ArrayList;
import java.util.List;

/** The types of parameters: one place where text becomes value objects. */
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

    public static final class NameType extends Type<Name> {
        @Override
        public String label() {
            return "NAME";
        }

        @Override
        public Name parse(String text) {
            return new Name(text);
        }
    }

    public static final class SlugType extends Type<Slug> {
        @Override
        public String label() {
            return "SLUG";
        }

        @Override
        public Slug parse(String text) {
            return new Slug(text);
        }
    }

    public static final class DescriptionType extends Type<Description> {
        @Override
        public String label() {
            return "TEXT";
        }

        @Override
        public Description parse(String text) {
            return new Description(text);
        }
    }

    public static final class WebsiteType extends Type<WebsiteUrl> {
        @Override
        public String label() {
            return "URL";
        }

        @Override
        public WebsiteUrl parse(String text) {
            return new WebsiteUrl(text);
        }
    }

    public static final class LiveWritesType extends Type<LiveWrites> {
        @Override
        public String label() {
            return "ROLE";
        }

        @Override
        public Candidates candidates() {
            return Candidates.LIVE_WRITES;
        }

        @Override
        public LiveWrites parse(String text) {
            return LiveWrites.parse(text);
        }
    }

    public static final class ModeType extends Type<Mode> {
        @Override
        public String label() {
            return "MODE";
        }

        @Override
        public Candidates candidates() {
            return Candidates.MODE;
        }

        @Override
        public Mode parse(String text) {
            return Mode.parse(text);
        }
    }

    public static final class KeyType extends Type<Key> {
        private final String label;
        private final Candidates candidates;

        public KeyType() {
            this("KEY", Candidates.KEY);
        }

        public KeyType(Candidates candidates) {
            this("KEY", candidates);
        }

        public KeyType(String label) {
            this(label, Candidates.KEY);
        }

        private KeyType(String label, Candidates candidates) {
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
        public Key parse(String text) {
            return new Key(text);
        }
    }

    /** The key of a secret that is to be set, which takes no value along. */
    public static final class SecretKeyType extends Type<Key> {
        /** Never repeats the word: it may hold the secret. */
        public static Failure noArgument() {
            return Failure.usage(
                    "the value of a secret can't be an argument, and nothing else fits here",
                    "other users see arguments, and the shell keeps them: leave the value out to be asked for it, pipe"
                            + " it in, or use --from-file, --from-env or --ref");
        }

        @Override
        public String label() {
            return "KEY";
        }

        @Override
        public Key parse(String text) {
            if (text.indexOf('=') >= 0) {
                throw noArgument();
            }
            return new Key(text);
        }
    }

    public static final class SecretReferenceType extends Type<SecretReference> {
        @Override
        public String label() {
            return "REFERENCE";
        }

        @Override
        public SecretReference parse(String text) {
            return SecretReference.parse(text);
        }
    }

    /** A key with what it is to be, or where that is read from. */
    public static final class AssignmentType extends Type<Assignment> {
        private final String label;

        /**
         * @param label such as {@code KEY=VALUE}
         */
        public AssignmentType(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public Candidates candidates() {
            return Candidates.ASSIGNMENT;
        }

        @Override
        public Assignment parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw Failure.usage(
                        "'" + text + "' is not " + label, "write " + label + ", with a '=' between the two");
            }
            return new Assignment(new Key(text.substring(0, equals)), text.substring(equals + 1));
        }
    }

    public static final class SideType extends Type<Side> {
        @Override
        public String label() {
            return "MODE|N";
        }

        @Override
        public Candidates candidates() {
            return Candidates.MODE;
        }

        @Override
        public Side parse(String text) {
            return Side.parse(text);
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

    public static final class IdType extends Type<Id> {
        @Override
        public String label() {
            return "ID";
        }

        @Override
        public Id parse(String text) {
            return Id.parse(text);
        }
    }

    public static final class OrganizationType extends Type<OrganizationReference> {
        private final Candidates candidates;

        public OrganizationType() {
            this(Candidates.ORGANIZATION);
        }

        public OrganizationType(Candidates candidates) {
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return "ORG";
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public OrganizationReference parse(String text) {
            return OrganizationReference.parse(text);
        }
    }

    public static final class ProjectType extends Type<ProjectReference> {
        private final Candidates candidates;

        public ProjectType() {
            this(Candidates.PROJECT);
        }

        public ProjectType(Candidates candidates) {
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return "PROJECT";
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public ProjectReference parse(String text) {
            return ProjectReference.parse(text);
        }
    }

    /** The live environment of a project, which needs no naming where a verb can mean no other. */
    public static final class LiveType extends Type<EnvironmentReference> {
        @Override
        public String label() {
            return "PROJECT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.PROJECT;
        }

        @Override
        public EnvironmentReference parse(String text) {
            return EnvironmentReference.parse(text).withMode(Mode.LIVE);
        }
    }

    public static final class EnvironmentType extends Type<EnvironmentReference> {
        @Override
        public String label() {
            return "ENVIRONMENT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.ENVIRONMENT;
        }

        @Override
        public EnvironmentReference parse(String text) {
            return EnvironmentReference.parse(text);
        }
    }
}
