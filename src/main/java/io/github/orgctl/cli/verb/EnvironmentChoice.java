package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;

/**
 * The parameters that choose an environment, the same in every command that works on one: {@code --env},
 * {@code --project}, {@code --mode} and {@code --expect-env}, and an argument where a verb has no others.
 */
public final class EnvironmentChoice {
    private static final String SPELLINGS =
            "Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default:"
                    + " current project)";

    /** How a verb takes it besides the options. */
    private enum Form {
        OPTIONS,
        ARGUMENT,
        /** A project, whose live environment is the only one the verb can mean; keys can follow. */
        PROJECT
    }

    private final Form form;
    private final Parameter<String> argument;
    private final Parameter<EnvironmentReference> environment;
    private final Parameter<ProjectReference> project;
    private final Parameter<Mode> mode;
    private final Parameter<Id> expectEnv;

    private EnvironmentChoice(Verb verb, Form form, Parameter<String> argument) {
        this.form = form;
        this.argument = argument;
        this.environment = verb.option("-e", "--env", EnvironmentTypes.environment(), SPELLINGS);
        this.project = verb.projectOption("Project: [ORG/]PROJECT or ID (default: current project)");
        this.mode = verb.option("--mode", EnvironmentTypes.mode(), "Mode: sandbox or live");
        this.expectEnv = verb.option("--expect-env", ResourceTypes.id(), "Fail unless the environment has this ID");
    }

    /** The environment as an argument of a verb, or as options. */
    static EnvironmentChoice asArgument(Verb verb) {
        Parameter<String> argument =
                verb.optional(Types.words("ENVIRONMENT").offering(Candidates.ENVIRONMENT), SPELLINGS);
        return new EnvironmentChoice(verb, Form.ARGUMENT, argument);
    }

    /** The environment as options only, for verbs whose arguments are something else. */
    static EnvironmentChoice asOption(Verb verb) {
        return new EnvironmentChoice(verb, Form.OPTIONS, null);
    }

    /** The live environment of the project that the first argument names, for verbs that never change another. */
    static EnvironmentChoice asProject(Verb verb) {
        Parameter<String> argument = verb.optional(
                Types.words("PROJECT").offering(Candidates.PROJECT),
                "Project: [ORG/]PROJECT, project ID or live environment ID (default: current project)");
        return new EnvironmentChoice(verb, Form.PROJECT, argument);
    }

    /**
     * The environment named on the command line, or the current one.
     *
     * @throws Failure USAGE when two spellings contradict each other
     */
    public EnvironmentReference reference() {
        EnvironmentReference reference = named().withProject(project.value()).withMode(mode.value());
        if (form != Form.PROJECT) {
            return reference;
        }
        if (reference.mode() == Mode.SANDBOX) {
            throw Failure.usage("the mode is given as sandbox, but only live is changed", "leave out the mode");
        }
        return reference.withMode(Mode.LIVE);
    }

    private EnvironmentReference named() {
        EnvironmentReference option = environment.orElse(EnvironmentReference.current());
        if (!namesEnvironment()) {
            return option;
        }
        EnvironmentReference named = parsedArgument();
        if (environment.isGiven() && !named.equals(option)) {
            throw Failure.usage(
                    "the environment is given as " + argument.value() + " and as " + environment.text(),
                    "leave out " + argument.name() + " or " + environment.name());
        }
        return named;
    }

    private EnvironmentReference parsedArgument() {
        try {
            return EnvironmentReference.parse(argument.value());
        } catch (Failure failure) {
            throw new Failure(failure.kind(), argument.name() + ": " + failure.getMessage(), failure.hint(), failure);
        }
    }

    private boolean namesEnvironment() {
        return argument != null && argument.isGiven() && strayKey() == null;
    }

    /**
     * The argument where it is no project but a key: behind options that name the project, or with a dot, which no project
     * has. Null where there is none.
     */
    String strayKey() {
        if (form != Form.PROJECT || !argument.isGiven()) {
            return null;
        }
        String word = argument.value();
        boolean isReference = word.indexOf('/') >= 0 || word.indexOf(':') >= 0;
        boolean isKey = !isReference && (environment.isGiven() || project.isGiven() || word.indexOf('.') >= 0);
        return isKey ? word : null;
    }

    /** Whether the command line says anything of it, be it only which one is expected. */
    public boolean isGiven() {
        return argument != null && argument.isGiven()
                || environment.isGiven()
                || project.isGiven()
                || mode.isGiven()
                || expectEnv.isGiven();
    }

    /** The only environment the command may work on, or null. */
    Id expected() {
        return expectEnv.value();
    }
}
