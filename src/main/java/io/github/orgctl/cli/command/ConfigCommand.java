package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.KeyValueShape.KEY_VALUE;
import static io.github.orgctl.cli.shape.NotedValueShape.NOTED_VALUE;
import static io.github.orgctl.cli.shape.ViolationShape.VIOLATION;

import io.github.orgctl.cli.format.Assignment;
import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.format.ValueInput;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.BulkEditVerb;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.cli.verb.change.EditVerb;
import io.github.orgctl.cli.verb.change.EditorVerb;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.GivenValues;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.configuration.NotedValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Description;
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
                new Rename(),
                new Note(),
                new Copy(),
                new Import(),
                new EditAll(),
                new Validate());
    }

    private static final class Get extends ReadVerb {
        private final Parameter<List<KeyPattern>> keys = required(
                EnvironmentTypes.keyPattern().many(), "Keys, for example auth.mfa.enabled, or patterns with * and ?");
        private final EnvironmentChoice environment = environmentOption();
        private final Parameter<Boolean> raw = flag("--raw", "Print templates as they are written");

        Get() {
            super("get", "Print the values of keys", KEY_VALUE);
            details("The value of a single key is printed alone, a string unquoted and any other value as JSON."
                    + " Several keys and patterns are listed with their values; * matches any characters, also dots."
                    + " Templates are resolved.");
            example("Print a value", "orgctl config get api.url --env website --mode live");
            example("Print the values below api", "orgctl config get 'api.*' --mode sandbox");
            example("Use a value in a script", "LIMIT=$(orgctl config get limits.users --env website:live)");
        }

        @Override
        protected Reply execute(Services services) {
            List<KeyPattern> patterns = keys.value();
            if (patterns.size() > 1 || patterns.get(0).isGlob()) {
                Configuration found = services.configurations().get(environment.reference(), patterns, raw.isGiven());
                return Reply.many(
                        KEY_VALUE, Rows.of(new ArrayList<>(found.values().entrySet())));
            }
            Key key = patterns.get(0).key();
            Value value = services.configurations().get(environment.reference(), key, raw.isGiven());
            String bare = value.isTemplate() ? value.named().toString() : value.text();
            return Reply.bare(KEY_VALUE, Map.entry(key, value), bare);
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
        private final Parameter<Boolean> expand =
                flag("--expand", "Treat every value as a template with references to other values");
        private ValueInput input;

        Set() {
            super("set", "Set one or more keys atomically");
            environmentOption();
            gates(Gate.CRITICAL, Gate.NEW_DOMAIN, Gate.DOWNGRADE);
            details("A value that is a JSON number, boolean, list or object is set as such, any other value"
                    + " as a string. One newline at the end of a file or of standard input is removed. With"
                    + " --expand, ${KEY} stands for the value of a key of the environment, ${shared.KEY} for one of the shared"
                    + " configuration of the organization in the same mode, ${ORG/PROJECT:MODE/KEY} for one of another"
                    + " environment, and $${ for ${ itself.");
            example("Set several keys at once", "orgctl config set limits.users=50 debug=true --env website:sandbox");
            example(
                    "Set a string that looks like a number, with a message",
                    "orgctl config set build=0123 --string --env website:live -m \"Build 123\"");
            example(
                    "Set a value that is derived from another",
                    "orgctl config set 'api.docs=${api.url}/docs' --expand --env website:sandbox");
            example(
                    "Read a long text from standard input",
                    "orgctl config set terms.text=- --env website --mode sandbox < terms.txt");
        }

        @Override
        protected void read(Input from) {
            if ((string.isGiven() ? 1 : 0) + (json.isGiven() ? 1 : 0) + (expand.isGiven() ? 1 : 0) > 1) {
                throw Failure.usage("--string, --json and --expand can't be combined", "use only one of them");
            }
            if (!values.isGiven() && !files.isGiven()) {
                throw Failure.usage("nothing to set", "name at least one KEY=VALUE, or --file KEY=PATH");
            }
            ValueInput.Form form = string.isGiven()
                    ? ValueInput.Form.TEXT
                    : json.isGiven()
                            ? ValueInput.Form.JSON
                            : expand.isGiven() ? ValueInput.Form.TEMPLATE : ValueInput.Form.GUESSED;
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
            removesKeys();
            details("Removing a key that templates refer to requires --break-references.");
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

    private static final class Rename extends EditVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.key(), "Key to rename");
        private final Parameter<Key> newKey =
                required(EnvironmentTypes.key().labelled("NEW").offering(Candidates.NONE), "New key");

        Rename() {
            super("rename", "Rename a key atomically");
            environmentOption();
            gates(Gate.CRITICAL, Gate.DOWNGRADE);
            removesKeys();
            details("The value, or the secret with all its versions, and its note move to the new key as one revision,"
                    + " and templates of the environment refer to the new key. If templates of other environments refer to the"
                    + " old key, --break-references is required. Earlier revisions keep the old key.");
            example("Rename a key", "orgctl config rename limits.users limits.members --env website:sandbox");
            example(
                    "Rename it with a message",
                    "orgctl config rename title name --env website:sandbox -m \"As in the API\"");
            example(
                    "See what would change",
                    "orgctl config rename limits.users limits.members --env website:live --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.renames().rename(edit(), key.value(), newKey.value()));
        }
    }

    private static final class Note extends ChangeVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.key(), "Key, for example auth.mfa.enabled");
        private final Parameter<Description> note =
                required(ResourceTypes.description(), "Note (up to 1000 characters); empty to remove");
        private final EnvironmentChoice environment = environmentOption();

        Note() {
            super("note", "Set the note on a key", NOTED_VALUE);
            details("A note says what a key is for. It changes no value and makes no revision.");
            example("Describe a key", "orgctl config note limits.users \"Seats per team\" --env website:sandbox");
            example("Remove a note", "orgctl config note limits.users \"\" --env website:sandbox");
            example("See what would change", "orgctl config note limits.users \"Seats\" --env website:live --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Edit edit = new Edit(environment.reference(), Description.NONE, null);
            Change<NotedValue> change = services.notes().set(edit, key.value(), note.value());
            return Reply.one(NOTED_VALUE, change.value())
                    .inspection("orgctl config list --fields key,note")
                    .noticeIf(!change.made(), "nothing to change: the note is already set");
        }
    }

    private static final class Copy extends CopyVerb {
        Copy() {
            super(
                    "Copy values from one environment to another",
                    EnvironmentTypes.key(),
                    "values",
                    Gate.CRITICAL,
                    Gate.NEW_DOMAIN,
                    Gate.DOWNGRADE);
            details("The environments can belong to different projects and organizations. All values become one"
                    + " revision; if anything stands in the way, all of it is listed and nothing is copied. Changes of"
                    + " live have to be confirmed.");
            example(
                    "Copy one value to another project",
                    "orgctl config copy api.url --from website:sandbox --to globex/portal:sandbox");
            example(
                    "Copy the keys below limits, overwriting other values",
                    "orgctl config copy --only limits --from website:live --to website:sandbox --overwrite");
            example(
                    "See what copying everything to live would change",
                    "orgctl config copy --from globex/portal:live --to website:live --dry-run");
        }

        @Override
        protected PendingUpdate update(Services services) {
            return services.copies().values(edit(), source(), selection(), overwrites());
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
        private final Parameter<Key> only =
                option("--only", EnvironmentTypes.key().labelled("PREFIX"), "Only this key and the keys below it");
        private final Parameter<Boolean> tree =
                flag("--tree", "Nest the values by the segments of their keys, as YAML or JSON");

        ListAll() {
            super("list", "List the values of an environment by key", NOTED_VALUE, EnvironmentTypes.key());
            details("Values are shown as JSON, to distinguish the number 5 from the string \"5\".");
            example("List keys with their notes", "orgctl config list --env website:live --fields key,note");
            example("Show nested keys as a JSON document", "orgctl config list --env website:live --tree -o json");
            example("List the keys below limits", "orgctl config list --env website:live --only limits");
        }

        @Override
        protected Reply execute(Services services) {
            Page<Key> page = page(services);
            String none = only.isGiven() ? "no values at or below '" + only.value() + "'" : NO_VALUES;
            if (tree.isGiven()) {
                Configuration all = services.configurations().list(environment.reference(), only.value());
                return Reply.tree(all.page(page)).noticeIf(all.values().isEmpty(), none);
            }
            List<NotedValue> rows = services.configurations().listNoted(environment.reference(), only.value());
            NotedValue after = page.after() == null ? null : new NotedValue(page.after(), Value.NULL, Description.NONE);
            return Reply.many(NOTED_VALUE, Rows.of(NOTED_VALUE, rows, new Page<>(page.limit(), after, page.sort())))
                    .ifEmpty(emptyNotice(none));
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
