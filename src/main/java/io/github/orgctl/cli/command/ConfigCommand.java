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
import io.github.orgctl.cli.verb.EditVerb;
import io.github.orgctl.cli.verb.EditorVerb;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.configuration.Configuration;
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
                "The configuration of an environment: values by dotted keys",
                new Get(),
                new Set(),
                new Unset(),
                new ListAll(),
                new Import(),
                new EditAll(),
                new Validate());
    }

    private static final class Get extends ReadVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.key(), "The key, such as auth.mfa.enabled.");
        private final EnvironmentChoice environment = environmentOption();

        Get() {
            super("get", "Print the value of a key", KEY_VALUE);
            details("A text is printed without quotes, anything else as JSON.");
            example("orgctl config get api.url --env website --mode live");
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
                "What to set; KEY=- reads the value from standard input.");
        private final Parameter<List<Assignment>> files = option(
                "--file",
                EnvironmentTypes.assignment("KEY=PATH").many(),
                "Read the value of a key from a file; may be given several times.");
        private final Parameter<Boolean> string = flag("--string", "Take every value as a text.");
        private final Parameter<Boolean> json = flag("--json", "Take every value as JSON.");
        private final Parameter<Boolean> allowEmpty = flag("--allow-empty", "Let standard input be empty.");
        private ValueInput input;

        Set() {
            super("set", "Give keys a value, all of them or none");
            environmentOption();
            details("A value is taken as JSON where it is a JSON number, true, false, a list or an object, and else"
                    + " as a text. One newline at the end of a file or of standard input is left out.");
            example("orgctl config set api.url=https://api.example.com limits.users=50 --env website --mode sandbox");
            example("orgctl config set terms.text=- --env website --mode sandbox < terms.txt");
            example("orgctl config set build=0123 --string --env website:live -m \"Build 123\"");
        }

        @Override
        protected void read(Input from) {
            if (string.isGiven() && json.isGiven()) {
                throw Failure.usage("--string and --json can't both hold", "leave out one of the two");
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
                required(EnvironmentTypes.key().many(), "The keys whose values are to go.");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if a key has no value.");

        Unset() {
            super("unset", "Take the values of keys away, all of them or none");
            environmentOption();
            example("orgctl config unset limits.users --env website --mode sandbox");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.configurations().unset(edit(), keys.value(), ifExists.isGiven()));
        }
    }

    private static final class Import extends EditVerb {
        private final Parameter<String> file = option("-f", "--file", Types.file(), "The file; - for standard input.")
                .mandatory();
        private final Parameter<ImportFormat> format = option(
                "--format", Types.importFormat(), "What it is: json, yaml or dotenv; if left out, what its name says.");
        private final Parameter<Boolean> replace = flag("--replace", "Take the values away that are not in the file.");
        private GivenValues values;

        Import() {
            super("import", "Take values from a file, all of them or none");
            environmentOption();
            details(
                    "In JSON and YAML the members of objects become dotted keys; lists are values. In dotenv a name that"
                            + " a value is exported by means that value, and any other name is the key itself.");
            example("orgctl config import -f defaults.yaml --env website --mode sandbox");
            example("orgctl config import -f .env --env website:live --replace --dry-run");
        }

        @Override
        protected void read(Input from) {
            ImportFormat known = format.isGiven() ? format.value() : ImportFormat.ofFile(file.value());
            values = known.read(from.document(file.value()));
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.configurations().load(edit(), values, replace.isGiven()));
        }
    }

    private static final class EditAll extends EditorVerb {
        EditAll() {
            super("edit", "Change the values of an environment in your editor");
            environmentOption();
            details("Opens $VISUAL or $EDITOR, else vi, on all values as YAML, shows what is different afterwards, and"
                    + " asks. If the environment was changed meanwhile, or the values can't be taken, nothing is"
                    + " changed, and the text is kept.");
            example("orgctl config edit --env website --mode sandbox");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.configurations().replace(pinnedEdit(), after()));
        }
    }

    private static final class ListAll extends ListVerb<Key> {
        private final EnvironmentChoice environment = environmentOption();
        private final Parameter<Boolean> tree = flag("--tree", "By the segments of the keys, as YAML or JSON.");

        ListAll() {
            super("list", "List the values of an environment by key", KEY_VALUE, EnvironmentTypes.key());
            details("Values are shown as JSON, so that the number 5 and the text \"5\" can be told apart.");
            example("orgctl config list --env website --mode sandbox");
            example("orgctl config list --env website:live -o ndjson");
            example("orgctl config list --env website:live --tree -o json");
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
            super("validate", "List what breaks the project's schema", VIOLATION);
            details("Exits with 1 where anything does. Checks both environments unless the command names a mode.");
            example("orgctl config validate website");
            example("orgctl config validate website --mode live -o json");
        }

        @Override
        protected Reply execute(Services services) {
            List<Violation> violations = services.schemas().violations(environment.reference());
            return Reply.many(VIOLATION, Rows.of(violations))
                    .ifEmpty("every value is as the schema wants it")
                    .answering(violations.isEmpty());
        }
    }
}
