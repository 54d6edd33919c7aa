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
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;

public final class UseCommand extends Noun {
    public UseCommand() {
        super("use", "Select the current organization and project", new Use());
    }

    private static final class Use extends ReadVerb {
        private final Parameter<String> target = optional(
                Types.words("ORG[/PROJECT]").offering(Candidates.WORKPLACE), "Organization or project to select");
        private final Parameter<Mode> mode =
                option("--mode", EnvironmentTypes.mode(), "Default mode for commands that only read");
        private final Parameter<Boolean> here =
                flag("--here", "Select only for this directory and its subdirectories, in a .orgctl.json file");
        private final Parameter<Boolean> clear = flag("--clear", "Clear the selection");

        Use() {
            super("", "Select the current organization and project", SELECTION);
            details("With --mode alone the organization and project stay selected. Changing live always requires naming"
                    + " live in the command, regardless of the selection.");
            example("orgctl use acme");
            example("orgctl use acme/website --mode sandbox --here");
            example("orgctl use --mode live");
            example("orgctl use --clear");
        }

        @Override
        protected Reply execute(Services services) {
            if (clear.isGiven() && (target.isGiven() || mode.isGiven())) {
                throw Failure.usage(
                        "--clear can't be combined with a selection", "leave out --clear, or everything else");
            }
            Selection selection = clear.isGiven() ? Selection.none(here.isGiven()) : chosen(services);
            return Reply.one(SELECTION, selection).selecting(selection);
        }

        private Selection chosen(Services services) {
            if (!target.isGiven()) {
                return withOtherMode(services);
            }
            if (!namesProject(services)) {
                OrganizationReference reference = OrganizationReference.parse(target.value());
                String slug = services.organizations().show(reference).slug().value();
                return new Selection(slug, null, mode.value(), here.isGiven());
            }
            Project project = services.projects().show(ProjectReference.parse(target.value()));
            return new Selection(project.organization().value(), project.slug().value(), mode.value(), here.isGiven());
        }

        /** What is current already, with the mode that is given. */
        private Selection withOtherMode(Services services) {
            Context current = services.context();
            if (!mode.isGiven() || current.organization() == null && current.project() == null) {
                throw Failure.usage(
                        "nothing to select", "name an ORG or ORG/PROJECT, or clear the selection with --clear");
            }
            if (current.project() == null) {
                String slug = services.organizations().show(null).slug().value();
                return new Selection(slug, null, mode.value(), here.isGiven());
            }
            Project project = services.projects().show(null);
            return new Selection(project.organization().value(), project.slug().value(), mode.value(), here.isGiven());
        }

        private boolean namesProject(Services services) {
            String text = target.value();
            return text.indexOf('/') >= 0
                    || Id.looksLikeId(text) && services.projects().exists(Id.parse(text));
        }
    }
}
