package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.KeyValueShape.KEY_VALUE;
import static io.github.orgctl.cli.shape.ViolationShape.VIOLATION;

import io.github.orgctl.cli.format.Assignment;
import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.format.ValueInput;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.BulkEditVerb;
import io.github.orgctl.cli.verb.EditVerb;
import io.github.orgctl.cli.verb.EditorVerb;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.GivenValues;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class ConfigCommand extends Noun {
    private static final String NO_VALUES = "no values yet: set one with: orgctl config set KEY=VALUE";

    public ConfigCommand() {
        super(
                "config",
                "Manage the configuration of an environment",
                new Get(),
                new Set(),
                new Unset(),
                new ListAll(),
                new Import(),
                new EditAll(),
                new Validate());
    }

    private static final class Get extends ReadVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.key(), "Key, for example auth.mfa.enabled");
        private final EnvironmentChoice environment = environmentOption();

        Get() {
            super("get", "Print the value of a key", KEY_VALUE);
            details("Strings are printed unquoted, other values as JSON.");
            example("Print a value", "orgctl config get api.url --env website --mode live");
            example("Print a value of the current project", "orgctl config get limits.users --mode sandbox");
            example("Use a value in a script", "LIMIT=$(orgctl config get limits.users --env website:live)");
        }

        @Override
        protected Reply execute(Services services) {
            Value value = services.configurations().get(environment.reference(), key.value());
            return Reply.bare(KEY_VALUE, Map.entry(key.value(), value), value.text());
        }
    }

    private static final class Set extends EditVerb {
        private final Parameter<List<Assignment>> values = optional(
                EnvironmentTypes.assignment("KEY=VALUE").many(),
                "Values to set; KEY=- reads the value from standard input");
        private final Parameter<List<Assignment>> files = option(
                "-f",
                "--file",
                EnvironmentTypes.assignment("KEY=PATH").many(),
                "Read the value of a key from a file (repeatable)");
        private final Parameter<Boolean> string = flag("--string", "Treat every value as a string");
        private final Parameter<Boolean> json = flag("--json", "Treat every value as JSON");
        private final Parameter<Boolean> allowEmpty = flag("--allow-empty", "Allow an empty value from standard input");
        private ValueInput input;

        Set() {
            super("set", "Set one or more keys atomically");
            environmentOption();
            gates(Gate.CRITICAL, Gate.NEW_DOMAIN, Gate.DOWNGRADE);
            details("A value that is a JSON number, boolean, list or object is set as such, any other value"
                    + " as a string. One newline at the end of a file or of standard input is removed.");
            example("Set several keys at once", "orgctl config set limits.users=50 debug=true --env website:sandbox");
            example(
                    "Set a string that looks like a number, with a message",
                    "orgctl config set build=0123 --string --env website:live -m \"Build 123\"");
            example(
                    "Read a long text from standard input",
                    "orgctl config set terms.text=- --env website --mode sandbox < terms.txt");
        }

        @Override
        protected void read(Input from) {
            if (string.isGiven() && json.isGiven()) {
                throw Failure.usage("--string and --json can't be combined", "leave out one of the two");
            }
            if (!values.isGiven() && !files.isGiven()) {
                throw Failure.usage("nothing to set", "name at least one KEY=VALUE, or --file KEY=PATH");
            }
            ValueInput.Form form = string.isGiven()
                    ? ValueInput.Form.TEXT
                    : json.isGiven() ? ValueInput.Form.JSON : ValueInput.Form.GUESSED;
            input = new ValueInput(from, form, allowEmpty.isGiven());
            values.orElse(List.of()).forEach(input::add);
            files.orElse(List.of()).forEach(input::addFile);
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.configurations().set(edit(), input.edits())).notices(input.notices());
        }
    }

    private static final class Unset extends EditVerb {
        private final Parameter<List<Key>> keys =
                required(EnvironmentTypes.key().many(), "Keys to remove");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if a key is not set");

        Unset() {
            super("unset", "Remove one or more keys atomically");
            environmentOption();
            gates(Gate.CRITICAL, Gate.DOWNGRADE);
            example("Remove a key", "orgctl config unset limits.users --env website --mode sandbox");
            example(
                    "Remove keys that may be missing",
                    "orgctl config unset debug trace --if-exists --env website:sandbox");
            example("See what would change in live", "orgctl config unset limits.users --env website:live --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.configurations().unset(edit(), keys.value(), ifExists.isGiven()));
        }
    }

    private static final class Import extends BulkEditVerb {
        private final Parameter<String> file = option(
                        "-f", "--file", Types.file(), "File to import; - for standard input")
                .mandatory();
        private final Parameter<ImportFormat> format = option(
                "--format", Types.importFormat(), "File format: json, yaml or dotenv (default: from the file name)");
        private final Parameter<Boolean> replace = flag("--replace", "Remove keys that are not in the file");
        private GivenValues values;

        Import() {
            super("import", "Import values from a file atomically");
            environmentArgument();
            details("In JSON and YAML, the members of objects become dotted keys; lists are values. Dotenv"
                    + " names are matched to existing keys by their exported name; other names become keys as"
                    + " they are. Changes of live have to be confirmed.");
            example(
                    "Set the keys of a file, and leave all others",
                    "orgctl config import -f defaults.yaml --env website --mode sandbox");
            example(
                    "See what would change if the file were the whole configuration",
                    "orgctl config import -f .env --env website:live --replace --dry-run");
            example(
                    "Change live without a prompt, and allow a new host",
                    "orgctl config import -f .env --env website:live --yes --allow-new-domains");
        }

        @Override
        protected void read(Input from) {
            ImportFormat known = format.isGiven() ? format.value() : ImportFormat.ofFile(file.value());
            values = known.read(from.document(file.value()));
        }

        @Override
        protected PendingUpdate update(Services services) {
            return services.configurations().load(edit(), values, replace.isGiven());
        }
    }

    private static final class EditAll extends EditorVerb {
        EditAll() {
            super("edit", "Edit the values of an environment in your editor");
            environmentArgument();
            details("Opens all values as YAML in $VISUAL or $EDITOR (default: vi), then shows the"
                    + " differences and asks for confirmation. Values that are malformed or violate the schema"
                    + " open the editor again. If nothing can be changed, the edited file is kept.");
            example("Edit the sandbox in your editor", "orgctl config edit --env website --mode sandbox");
            example("Edit live, with a message", "orgctl config edit --env website:live -m \"Raise limits\"");
            example(
                    "Use another editor, and skip the confirmation prompt",
                    "EDITOR=nano orgctl config edit --env website:sandbox --yes");
        }
    }

    private static final class ListAll extends ListVerb<Key> {
        private final EnvironmentChoice environment = environmentArgument();
        private final Parameter<Boolean> tree =
                flag("--tree", "Nest the values by the segments of their keys, as YAML or JSON");

        ListAll() {
            super("list", "List the values of an environment by key", KEY_VALUE, EnvironmentTypes.key());
            details("Values are shown as JSON, to distinguish the number 5 from the string \"5\".");
            example("List keys and values", "orgctl config list --env website --mode sandbox");
            example("Show nested keys as a JSON document", "orgctl config list --env website:live --tree -o json");
            example("List one JSON object per key", "orgctl config list --env website:live -o ndjson");
        }

        @Override
        protected Reply execute(Services services) {
            Page<Key> page = page(services);
            Configuration all = services.configurations().list(environment.reference());
            if (tree.isGiven()) {
                return Reply.tree(all.page(page)).noticeIf(all.values().isEmpty(), NO_VALUES);
            }
            List<Map.Entry<Key, Value>> rows = new ArrayList<>(all.values().entrySet());
            Map.Entry<Key, Value> after = page.after() == null ? null : Map.entry(page.after(), Value.NULL);
            return Reply.many(KEY_VALUE, Rows.of(KEY_VALUE, rows, new Page<>(page.limit(), after, page.sort())))
                    .ifEmpty(emptyNotice(NO_VALUES));
        }
    }

    private static final class Validate extends ReadVerb {
        private final EnvironmentChoice environment = environmentArgument();

        Validate() {
            super("validate", "Validate values against the project's schema", VIOLATION);
            details("Lists violations, and exits with 1 if there are any. Checks both environments unless a"
                    + " mode is given.");
            example("Validate both environments", "orgctl config validate website");
            example("Validate live only", "orgctl config validate website --mode live");
            example("Print each violated key", "orgctl config validate -o csv --fields mode,key,message");
        }

        @Override
        protected Reply execute(Services services) {
            List<Violation> violations = services.schemas().violations(environment.reference());
            return Reply.many(VIOLATION, Rows.of(violations))
                    .ifEmpty("all values match the schema")
                    .answering(violations.isEmpty());
        }
    }
}
