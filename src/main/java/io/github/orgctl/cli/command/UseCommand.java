package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.settings.SelectionShape.SELECTION;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;

public final class UseCommand extends Noun {
    public UseCommand() {
        super("use", "Select the current organization and project", new Use());
    }

    private static final class Use extends ReadVerb {
        private final Parameter<String> target = optional(
                Types.words("PROJECT|ORG[/PROJECT]").offering(Candidates.WORKPLACE),
                "Project of the current organization, or organization or project to select");
        private final Parameter<Mode> mode =
                option("--mode", EnvironmentTypes.mode(), "Default mode; changing live always requires naming live");
        private final Parameter<Boolean> here =
                flag("--here", "Select only for this directory and its subdirectories, in a .orgctl.json file");
        private final Parameter<Boolean> clear = flag("--clear", "Clear the selection");

        Use() {
            super("", "Select the current organization and project", SELECTION);
            details("A name without a slash selects the project of the current organization that has it as its slug,"
                    + " otherwise the organization; --org alone always selects an organization. With --mode alone the"
                    + " organization and project stay selected. Changing live always requires naming"
                    + " live in the command, regardless of the selection.");
            example("Select an organization", "orgctl use globex");
            example("Select a project and a mode for this directory", "orgctl use acme/website --mode sandbox --here");
            example("Change the default mode", "orgctl use --mode live");
            example("Clear the selection", "orgctl use --clear");
        }

        @Override
        protected Reply execute(Services services) {
            if (clear.isGiven() && (target.isGiven() || mode.isGiven())) {
                throw Failure.usage(
                        "--clear can't be combined with a selection", "leave out --clear, or everything else");
            }
            Selection selection = clear.isGiven() ? Selection.none(here.isGiven()) : chosen(services);
            return Reply.one(SELECTION, selection)
                    .selecting(selection)
                    .noticeIf(
                            isAmbiguous(services),
                            "'" + target.value() + "' is also an organization: select it with:" + " orgctl use --org "
                                    + target.value());
        }

        private Selection chosen(Services services) {
            if (target.isGiven()) {
                return namesProject(services)
                        ? of(services.projects().show(ProjectReference.parse(target.value())))
                        : of(services.organizations().show(OrganizationReference.parse(target.value())));
            }
            Context current = services.context();
            if (current.organizationIsGiven()) {
                return of(services.organizations().show(null));
            }
            if (!mode.isGiven() || current.organization() == null && current.project() == null) {
                throw Failure.usage(
                        "nothing to select", "name a PROJECT, ORG or ORG/PROJECT, or clear the selection with --clear");
            }
            // What is current already, with the mode that is given.
            return current.project() == null
                    ? of(services.organizations().show(null))
                    : of(services.projects().show(null));
        }

        private Selection of(Organization organization) {
            return new Selection(organization.slug().value(), null, mode.value(), here.isGiven());
        }

        private Selection of(Project project) {
            return new Selection(project.organization().value(), project.slug().value(), mode.value(), here.isGiven());
        }

        private boolean namesProject(Services services) {
            return target.value().indexOf('/') >= 0
                    || services.projects().exists(ProjectReference.parse(target.value()));
        }

        /** Whether the word that selects a project is an organization's name, too. */
        private boolean isAmbiguous(Services services) {
            return target.isGiven()
                    && target.value().indexOf('/') < 0
                    && services.projects().exists(ProjectReference.parse(target.value()))
                    && services.organizations().exists(OrganizationReference.parse(target.value()));
        }
    }
}
