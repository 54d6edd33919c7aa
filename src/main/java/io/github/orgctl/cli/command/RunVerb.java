package io.github.orgctl.cli.command;

import io.github.orgctl.cli.host.Launch;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.LaunchVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variables;
import java.util.List;

/** {@code env run}. */
final class RunVerb extends LaunchVerb {
    private final EnvironmentChoice environment = environmentArgument();
    private final Parameter<Key> only =
            option("--only", EnvironmentTypes.key().labelled("PREFIX"), "Only this key and the keys below it");
    private final Parameter<Boolean> cleanEnv =
            flag("--clean-env", "Pass no other variables except PATH, HOME and a few more");
    private final Parameter<Boolean> noSecrets = flag("--no-secrets", "Leave out secrets");
    private final Parameter<Boolean> mask = flag(
            "--mask",
            "Replace secret values in the program's output with *** (its output is then not a" + " terminal)");
    private final Parameter<Boolean> allowLoaders = flag(
            "--allow-loader-variables", "Allow variables that change which programs run, such as PATH or LD_PRELOAD");
    private final Parameter<List<String>> command = command("Program to run, with its arguments");

    RunVerb() {
        super("run", "Run a program with the values and secrets of an environment");
        referenceTimeoutOption();
        details("The program takes over the terminal, and orgctl exits with its exit code: 126 if it was"
                + " found but can't be started, 127 if it was not found, 128 plus the signal number if a"
                + " signal ended it. The store is closed while it runs. Variables are named as in 'env"
                + " export' and override existing ones. --clean-env keeps PATH, HOME, USER, LOGNAME, SHELL,"
                + " TERM, TMPDIR, TZ, LANG and LC_*.");
        example(
                "Run a program with the values as environment variables",
                "orgctl env run website --mode sandbox -- npm start");
        example(
                "Pass only the keys below db, and nothing of the caller's environment",
                "orgctl env run website:live --only db --clean-env -- printenv");
        example("Hide secrets in the program's output", "orgctl env run website:sandbox --mask -- npm test");
    }

    @Override
    protected boolean leavesEvent() {
        return !noSecrets.isGiven();
    }

    @Override
    protected boolean watches() {
        return mask.isGiven();
    }

    @Override
    protected Launch execute(Services services) {
        Variables variables = services.variables()
                .of(
                        environment.reference(),
                        Action.ENV_RUN,
                        only.value(),
                        !noSecrets.isGiven(),
                        allowLoaders.isGiven());
        return new Launch(command.value(), variables, cleanEnv.isGiven(), mask.isGiven());
    }
}
