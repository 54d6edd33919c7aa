package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.settings.SelectionShape.SELECTION;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.PreviousSelection;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.terminal.Choice;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.SelectingVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

public final class UseCommand extends Noun {
    public UseCommand() {
        super("use", "Select the current organization and project", new Use());
    }

    private static final class Use extends SelectingVerb {
        private static final String PREVIOUS = "-";

        private final Parameter<String> target = optional(
                Types.words("PROJECT|ORG[/PROJECT]").offering(Candidates.WORKPLACE),
                "Project of the current organization, or organization or project to select; - for the previous"
                        + " selection");
        private final Parameter<Mode> mode =
                option("--mode", EnvironmentTypes.mode(), "Default mode; changing live always requires naming live");
        private final Parameter<Boolean> here =
                flag("--here", "Select only for this directory and its subdirectories, in a .orgctl.json file");
        private final Parameter<Boolean> clear = flag("--clear", "Clear the selection");
        private Choice chosen;
        private PreviousSelection previous;

        Use() {
            super("", "Select the current organization and project");
            details("Without arguments, shows a list to choose from on a terminal. A name without a slash selects the"
                    + " project of the current organization that has it as its slug, otherwise the organization; --org"
                    + " alone always selects an organization. With --mode alone the organization and project stay"
                    + " selected. Changing live always requires naming live in the command, regardless of the"
                    + " selection.");
            example("Select an organization", "orgctl use globex");
            example("Select a project and a mode for this directory", "orgctl use acme/website --mode sandbox --here");
            example("Change the default mode", "orgctl use --mode live");
            example("Clear the selection", "orgctl use --clear");
        }

        @Override
        protected boolean asksForPrevious() {
            if (!PREVIOUS.equals(target.value())) {
                return false;
            }
            if (clear.isGiven() || mode.isGiven() || here.isGiven()) {
                throw Failure.usage(
                        "the previous selection can't be combined with options", "use: orgctl use " + PREVIOUS);
            }
            return true;
        }

        @Override
        protected boolean asksForChoice() {
            return !target.isGiven() && !mode.isGiven() && !clear.isGiven();
        }

        @Override
        protected List<Choice> choices(Services services) {
            return services.context().organizationIsGiven() ? null : WorkplaceChoices.of(services);
        }

        @Override
        protected void select(Choice choice) {
            chosen = choice;
        }

        @Override
        protected void select(PreviousSelection selected) {
            previous = selected;
        }

        @Override
        protected Reply execute(Services services) {
            if (clear.isGiven() && (target.isGiven() || mode.isGiven())) {
                throw Failure.usage(
                        "--clear can't be combined with a selection", "leave out --clear, or everything else");
            }
            Selection selection = clear.isGiven() ? Selection.none(here.isGiven()) : selection(services);
            return Reply.one(SELECTION, selection)
                    .selecting(selection)
                    .noticeIf(
                            isAmbiguous(services),
                            "'" + target.value() + "' is also an organization: select it with:" + " orgctl use --org "
                                    + target.value());
        }

        private Selection selection(Services services) {
            if (previous != null) {
                return named(found(previous, services), previous.mode(), services);
            }
            if (chosen != null || target.isGiven()) {
                return named(chosen == null ? target.value() : chosen.reference(), mode.value(), services);
            }
            Context current = services.context();
            if (current.organizationIsGiven()) {
                return selection(services.organizations().show(null));
            }
            if (!mode.isGiven() || current.organization() == null && current.project() == null) {
                throw Failure.usage(
                        "nothing to select", "name a PROJECT, ORG or ORG/PROJECT, or clear the selection with --clear");
            }
            // What is current already, with the mode that is given.
            return current.project() == null
                    ? selection(services.organizations().show(null))
                    : Selection.of(services.projects().show(null), mode.value(), here.isGiven());
        }

        private Selection selection(Organization organization) {
            return Selection.of(organization, mode.value(), here.isGiven());
        }

        private Selection named(String word, Mode with, Services services) {
            return namesProject(word, services)
                    ? Selection.of(services.projects().show(ProjectReference.parse(word)), with, here.isGiven())
                    : Selection.of(
                            services.organizations().show(OrganizationReference.parse(word)), with, here.isGiven());
        }

        /** The reference of what was selected before, if it is still there. */
        private static String found(PreviousSelection previous, Services services) {
            String reference = previous.reference();
            if (!namesProject(reference, services)
                    && !services.organizations().exists(OrganizationReference.parse(reference))) {
                throw new Failure(
                        Failure.Kind.NOT_FOUND,
                        "the previous selection, " + previous.name() + ", no longer exists",
                        "select something else with: orgctl use ORG/PROJECT");
            }
            return reference;
        }

        private static boolean namesProject(String word, Services services) {
            return word.indexOf('/') >= 0 || services.projects().exists(ProjectReference.parse(word));
        }

        /** Whether the word that selects a project is an organization's name, too. */
        private boolean isAmbiguous(Services services) {
            return target.isGiven()
                    && previous == null
                    && target.value().indexOf('/') < 0
                    && services.projects().exists(ProjectReference.parse(target.value()))
                    && services.organizations().exists(OrganizationReference.parse(target.value()));
        }
    }
}
