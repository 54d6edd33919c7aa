package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;

/** The parameters that choose an environment, the same in every command that works on one. */
public final class EnvironmentChoice {
    private static final String SPELLINGS =
            "Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default:"
                    + " current project)";

    private final Parameter<EnvironmentReference> environment;
    private final Parameter<Mode> mode;
    private final Parameter<Id> expectEnv;

    private EnvironmentChoice(Verb verb, Parameter<EnvironmentReference> environment, Parameter<Mode> mode) {
        this.environment = environment;
        this.mode = mode;
        this.expectEnv = verb.option("--expect-env", ResourceTypes.id(), "Fail unless the environment has this ID");
    }

    /** The environment as an argument of a verb. */
    static EnvironmentChoice asArgument(Verb verb) {
        return new EnvironmentChoice(verb, verb.optional(EnvironmentTypes.environment(), SPELLINGS), mode(verb));
    }

    /** The environment as an option, for verbs whose arguments are something else. */
    static EnvironmentChoice asOption(Verb verb) {
        return new EnvironmentChoice(verb, verb.option("--env", EnvironmentTypes.environment(), SPELLINGS), mode(verb));
    }

    /** The live environment of the project that an argument names, for verbs that never change another. */
    static EnvironmentChoice asProject(Verb verb) {
        return new EnvironmentChoice(
                verb,
                verb.required(EnvironmentTypes.live(), "Project: [ORG/]PROJECT, project ID or live environment ID"),
                null);
    }

    private static Parameter<Mode> mode(Verb verb) {
        return verb.option("--mode", EnvironmentTypes.mode(), "Mode: sandbox or live");
    }

    /** The environment named on the command line, or the current one. */
    public EnvironmentReference reference() {
        return environment.orElse(EnvironmentReference.current()).withMode(mode == null ? null : mode.value());
    }

    /** Whether the command line says anything of it, be it only which one is expected. */
    public boolean isGiven() {
        return environment.isGiven() || mode != null && mode.isGiven() || expectEnv.isGiven();
    }

    /** The only environment the command may work on, or null. */
    Id expected() {
        return expectEnv.value();
    }
}
