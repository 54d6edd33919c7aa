package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.output.EnvironmentDetailsShape.ENVIRONMENT_DETAILS;
import static io.github.orgctl.cli.output.EnvironmentShape.ENVIRONMENT;

import io.github.orgctl.cli.ListLeaf;
import io.github.orgctl.cli.Noun;
import io.github.orgctl.cli.Parameter;
import io.github.orgctl.cli.ReadLeaf;
import io.github.orgctl.cli.Reply;
import io.github.orgctl.cli.Services;
import io.github.orgctl.cli.Types;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Mode;

public final class EnvCommand extends Noun {
    public EnvCommand() {
        super("env", "Environments: the sandbox and the live one of each project", new ListAll(), new Show());
    }

    private static final class ListAll extends ListLeaf<EnvironmentReference> {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "List those of all organizations instead of the current one.");

        ListAll() {
            super(
                    "list",
                    "List the environments of an organization's projects",
                    ENVIRONMENT,
                    new Types.EnvironmentType());
            example("orgctl env list --org acme");
            example("orgctl env list --all-orgs -o csv --fields id,organization,project,mode");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(ENVIRONMENT, services.environments().list(allOrganizations.isGiven(), page(services)))
                    .ifEmpty(emptyNotice("no environments yet: each project has two: orgctl project create NAME"));
        }
    }

    private static final class Show extends ReadLeaf {
        private final Parameter<EnvironmentReference> environment = optional(
                new Types.EnvironmentType(),
                "Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID;"
                        + " the current project's if left out.");
        private final Parameter<Mode> mode =
                option("--mode", new Types.ModeType(), "Which of the two: sandbox or live.");
        private final Parameter<Id> expectEnv =
                option("--expect-env", new Types.IdType(), "Fail unless it is the environment with this ID.");

        Show() {
            super("show", "Show an environment with its configuration", ENVIRONMENT_DETAILS);
            example("orgctl env show website --mode sandbox");
            example("orgctl env show acme/website:live -o json --jq .id");
        }

        @Override
        protected Id expectedEnvironment() {
            return expectEnv.value();
        }

        @Override
        protected Reply execute(Services services) {
            EnvironmentReference named = environment.orElse(EnvironmentReference.current());
            return Reply.one(ENVIRONMENT_DETAILS, services.environments().show(named.withMode(mode.value())));
        }
    }
}
