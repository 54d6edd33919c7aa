package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;

/** The parameters that select a project: an argument, or {@code --project} as in commands on environments. */
public final class ProjectChoice {
    private static final String WHICH = "Project: [ORG/]PROJECT or ID (default: current project)";

    private final Parameter<ProjectReference> argument;
    private final Parameter<ProjectReference> option;

    ProjectChoice(Verb verb) {
        argument = verb.optional(ResourceTypes.project(), WHICH);
        option = verb.projectOption(WHICH);
    }

    /**
     * The project named on the command line, or null for the current one.
     *
     * @throws Failure USAGE if two parameters contradict each other
     */
    public ProjectReference reference() {
        return new EnvironmentReference.OfProject(argument.value(), null)
                .withProject(option.value())
                .project();
    }
}
