package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.ProjectShape.PROJECT;
import static io.github.orgctl.cli.shape.ViolationShape.VIOLATION;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.GateOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ProjectChoice;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.configuration.SchemaChange;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Gate;

public final class SchemaCommand extends Noun {
    public SchemaCommand() {
        super("schema", "Manage the JSON Schema of a project", new Set(), new Show(), new Unset());
    }

    private static final class Set extends ChangeVerb {
        private final Parameter<String> file = option(
                        "-f", "--file", Types.file(), "JSON Schema file; - for standard input")
                .mandatory();
        private final Parameter<Boolean> allowInvalid =
                flag("--allow-invalid", "Attach the schema even if current values violate it");
        private final GateOptions gates = new GateOptions(this, Gate.CRITICAL, Gate.DOWNGRADE);
        private final ProjectChoice project = projectChoice();
        private String text;

        Set() {
            super("set", "Attach a JSON Schema to a project", VIOLATION);
            details("Every later change to either environment is validated against the schema. Lists current"
                    + " values that violate it; with --allow-invalid they are accepted, but no change may add"
                    + " violations. Removing the protection of keys that live has requires --allow-critical or"
                    + " --allow-downgrades. 'orgctl help schema-policies' describes the rules of x-orgctl.");
            example("Attach a schema from a file", "orgctl schema set -f schema.json website");
            example(
                    "Attach it even if current values violate it",
                    "orgctl schema set -f schema.json acme/website --allow-invalid");
            example("Read it from standard input", "orgctl schema set -f - website < schema.json");
        }

        @Override
        protected void read(Input input) {
            text = input.document(file.value());
        }

        @Override
        protected Reply execute(Services services) {
            SchemaChange change =
                    services.schemas().set(project.reference(), text, allowInvalid.isGiven(), gates.opened());
            String name =
                    change.project().organization() + "/" + change.project().slug();
            return Reply.many(VIOLATION, Rows.of(change.violations()))
                    .noticeIf(!change.made() && change.refusal() == null, name + " already has this schema")
                    .made("schema of " + name)
                    .inspection("orgctl schema show " + name)
                    .afterwards(change.made(), "every change to " + name + " is validated from now on")
                    .failing(change.refusal());
        }
    }

    private static final class Show extends ReadVerb {
        private final ProjectChoice project = projectChoice();

        Show() {
            super("show", "Print a project's JSON Schema", null);
            example("Show a project's schema", "orgctl schema show website");
            example("Save it in a file", "orgctl schema show acme/website > schema.json");
            example("Print one part of it", "orgctl schema show website --jq .properties.limits");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.text(services.schemas().show(project.reference()));
        }
    }

    private static final class Unset extends ChangeVerb {
        private final ProjectChoice project = projectChoice();
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if the project has no schema");
        private final GateOptions gates = new GateOptions(this, Gate.CRITICAL, Gate.DOWNGRADE);

        Unset() {
            super("unset", "Remove a project's JSON Schema", PROJECT);
            details("Values are kept, but no longer validated. Removing the protection of keys that live has requires"
                    + " --allow-critical or --allow-downgrades.");
            example("Remove the schema of a project", "orgctl schema unset website");
            example("Succeed if there is none", "orgctl schema unset acme/shop --if-exists");
            example("See what would change", "orgctl schema unset website --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Project> change = services.schemas().unset(project.reference(), ifExists.isGiven(), gates.opened());
            return Reply.one(PROJECT, change.value())
                    .noticeIf(!change.made(), "nothing to remove: the project has no schema");
        }
    }
}
