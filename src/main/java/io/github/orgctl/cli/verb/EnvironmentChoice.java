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
 * The parameters that select an environment: {@code --env}, {@code --project}, {@code --shared}, {@code --mode} and
 * {@code --expect-env}, plus an argument for verbs without other arguments.
 */
public final class EnvironmentChoice {
    private static final String SPELLINGS =
            "Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default:"
                    + " current project)";

    /** How a verb accepts the environment besides the options. */
    private enum Form {
        OPTIONS,
        ARGUMENT,
        /** A project whose live environment is meant; keys may follow. */
        PROJECT
    }

    private final Form form;
    private final Parameter<String> argument;
    private final Parameter<EnvironmentReference> environment;
    private final Parameter<ProjectReference> project;
    private final Parameter<Boolean> shared;
    private final Parameter<Mode> mode;
    private final Parameter<Id> expectEnv;

    private EnvironmentChoice(Verb verb, Form form, Parameter<String> argument) {
        this.form = form;
        this.argument = argument;
        this.environment = verb.option("-e", "--env", EnvironmentTypes.environment(), SPELLINGS);
        this.project = verb.projectOption("Project: [ORG/]PROJECT or ID (default: current project)");
        this.shared = verb.flag(
                "--shared", "Shared configuration of the organization: its project '" + ProjectReference.SHARED + "'");
        this.mode = verb.option("--mode", EnvironmentTypes.mode(), "Mode: sandbox or live");
        this.expectEnv = verb.option("--expect-env", ResourceTypes.id(), "Fail unless the environment has this ID");
    }

    /** Declares the environment as an argument and as options. */
    static EnvironmentChoice asArgument(Verb verb) {
        Parameter<String> argument =
                verb.optional(Types.words("ENVIRONMENT").offering(Candidates.ENVIRONMENT), SPELLINGS);
        return new EnvironmentChoice(verb, Form.ARGUMENT, argument);
    }

    /** Declares the environment as options only, for verbs with other arguments. */
    static EnvironmentChoice asOption(Verb verb) {
        return new EnvironmentChoice(verb, Form.OPTIONS, null);
    }

    /** Declares the live environment of the project in the first argument, for verbs that never change another one. */
    static EnvironmentChoice asProject(Verb verb) {
        Parameter<String> argument = verb.optional(
                Types.words("PROJECT").offering(Candidates.PROJECT),
                "Project: [ORG/]PROJECT, project ID or live environment ID (default: current project)");
        return new EnvironmentChoice(verb, Form.PROJECT, argument);
    }

    /**
     * The environment named on the command line, or the current one.
     *
     * @throws Failure USAGE if two parameters contradict each other
     */
    public EnvironmentReference reference() {
        EnvironmentReference reference =
                (shared.isGiven() ? sharedOne() : named().withProject(project.value())).withMode(mode.value());
        if (form != Form.PROJECT) {
            return reference;
        }
        if (reference.mode() == Mode.SANDBOX) {
            throw Failure.usage("the mode is given as sandbox, but only live is changed", "leave out the mode");
        }
        return reference.withMode(Mode.LIVE);
    }

    private EnvironmentReference sharedOne() {
        refuseBesideShared(namesEnvironment() ? argument : null);
        refuseBesideShared(environment);
        refuseBesideShared(project);
        return new EnvironmentReference.OfProject(ProjectReference.shared(null), null);
    }

    private void refuseBesideShared(Parameter<?> other) {
        if (other != null && other.isGiven()) {
            throw Failure.usage(
                    "the environment is given as " + other.text() + " and by " + shared.name(),
                    "leave out " + other.name() + " or " + shared.name());
        }
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
     * The first argument, if it must be a key rather than a project: because options name the project, or because it
     * contains a dot. Null otherwise.
     */
    String strayKey() {
        if (form != Form.PROJECT || !argument.isGiven()) {
            return null;
        }
        String word = argument.value();
        boolean isReference = word.indexOf('/') >= 0 || word.indexOf(':') >= 0;
        boolean isKey = !isReference && (isNamedByOption() || word.indexOf('.') >= 0);
        return isKey ? word : null;
    }

    private boolean isNamedByOption() {
        return environment.isGiven() || project.isGiven() || shared.isGiven();
    }

    /** Whether any of these parameters is given, including the expected environment. */
    public boolean isGiven() {
        return argument != null && argument.isGiven() || isNamedByOption() || mode.isGiven() || expectEnv.isGiven();
    }

    /** The only environment that the command may use, or null. */
    Id expected() {
        return expectEnv.value();
    }
}
