package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.output.KeyValueShape.KEY_VALUE;
import static io.github.orgctl.cli.output.ViolationShape.VIOLATION;

import io.github.orgctl.cli.Assignment;
import io.github.orgctl.cli.EditLeaf;
import io.github.orgctl.cli.EnvironmentChoice;
import io.github.orgctl.cli.Input;
import io.github.orgctl.cli.ListLeaf;
import io.github.orgctl.cli.Noun;
import io.github.orgctl.cli.Parameter;
import io.github.orgctl.cli.ReadLeaf;
import io.github.orgctl.cli.Reply;
import io.github.orgctl.cli.Services;
import io.github.orgctl.cli.Types;
import io.github.orgctl.cli.ValueInput;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.model.Value;
import io.github.orgctl.core.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class ConfigCommand extends Noun {
    public ConfigCommand() {
        super(
                "config",
                "The configuration of an environment: values by dotted keys",
                new Get(),
                new Set(),
                new Unset(),
                new ListAll(),
                new Validate());
    }

    private static final class Get extends ReadLeaf {
        private final Parameter<Key> key = required(new Types.KeyType(), "The key, such as auth.mfa.enabled.");
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

    private static final class Set extends EditLeaf {
        private final Parameter<List<Assignment>> values = optional(
                new Types.Many<>(new Types.AssignmentType("KEY=VALUE")),
                "What to set; KEY=- reads the value from standard input.");
        private final Parameter<List<Assignment>> files = option(
                "--file",
                new Types.Many<>(new Types.AssignmentType("KEY=PATH")),
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

    private static final class Unset extends EditLeaf {
        private final Parameter<List<Key>> keys =
                required(new Types.Many<>(new Types.KeyType()), "The keys whose values are to go.");
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

    private static final class Validate extends ReadLeaf {
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

    private static final class ListAll extends ListLeaf<Key> {
        private final EnvironmentChoice environment = environmentOption();

        ListAll() {
            super("list", "List the values of an environment by key", KEY_VALUE, new Types.KeyType());
            details("Values are shown as JSON, so that the number 5 and the text \"5\" can be told apart.");
            example("orgctl config list --env website --mode sandbox");
            example("orgctl config list --env website:live -o ndjson");
        }

        @Override
        protected Reply execute(Services services) {
            Page<Key> page = page(services);
            List<Map.Entry<Key, Value>> rows = new ArrayList<>(services.configurations()
                    .list(environment.reference())
                    .values()
                    .entrySet());
            Map.Entry<Key, Value> after = page.after() == null ? null : Map.entry(page.after(), Value.NULL);
            return Reply.many(KEY_VALUE, Rows.of(KEY_VALUE, rows, new Page<>(page.limit(), after, page.sort())))
                    .ifEmpty(emptyNotice("no values yet: set one with: orgctl config set KEY=VALUE"));
        }
    }
}
