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
            "Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID;"
                    + " the current project's if left out.";

    private final Parameter<EnvironmentReference> environment;
    private final Parameter<Mode> mode;
    private final Parameter<Id> expectEnv;

    private EnvironmentChoice(Verb verb, Parameter<EnvironmentReference> environment, Parameter<Mode> mode) {
        this.environment = environment;
        this.mode = mode;
        this.expectEnv =
                verb.option("--expect-env", ResourceTypes.id(), "Fail unless it is the environment with this ID.");
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
                verb.required(
                        EnvironmentTypes.live(), "Which project: [ORG/]PROJECT, its ID or its live environment's."),
                null);
    }

    private static Parameter<Mode> mode(Verb verb) {
        return verb.option("--mode", EnvironmentTypes.mode(), "Which of the two: sandbox or live.");
    }

    /** What the command line names, or the current environment. */
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
