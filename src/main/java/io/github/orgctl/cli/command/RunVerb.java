package io.github.orgctl.cli.command;

import io.github.orgctl.cli.host.Launch;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.LaunchVerb;
import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
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
    private final Parameter<Boolean> watch = flag("--watch", "Restart the program when its values change");
    private final Parameter<String> signal = option(
            "--signal", Types.signal(), "With --watch: send HUP, USR1 or USR2 instead of restarting the program");
    private final Parameter<List<String>> command = command("Program to run, with its arguments");

    RunVerb() {
        super("run", "Run a program with the values and secrets of an environment");
        details("The program takes over the terminal, and orgctl exits with its exit code: 126 if it was"
                + " found but can't be started, 127 if it was not found, 128 plus the signal number if a"
                + " signal ended it. The store is closed while it runs. Variables are named as in 'env"
                + " export' and override existing ones. --clean-env keeps PATH, HOME, USER, LOGNAME, SHELL,"
                + " TERM, TMPDIR, TZ, LANG and LC_*. With --watch, orgctl checks every second"
                + " whether the values, their references or the required permissions have changed. New values are"
                + " resolved before the program is restarted; if that fails, it keeps the old ones. A program that"
                + " fails is restarted with increasing delays; one that succeeds ends the command."
                + " With --fallback, the values are also kept in an encrypted file, which is used with a warning if the"
                + " store is busy or can't be reached.");
        example(
                "Run a program with the values as environment variables",
                "orgctl env run website --mode sandbox -- npm start");
        example(
                "Pass only the keys below db, and nothing of the caller's environment",
                "orgctl env run website:live --only db --clean-env -- printenv");
        example("Restart a server when its values change", "orgctl env run website:sandbox --watch -- npm start");
        example("Hide secrets in the program's output", "orgctl env run website:sandbox --mask -- npm test");
    }

    @Override
    protected boolean leavesEvent() {
        return !noSecrets.isGiven();
    }

    @Override
    protected boolean stays() {
        return mask.isGiven() || watch.isGiven();
    }

    @Override
    protected boolean watches() {
        return watch.isGiven();
    }

    @Override
    protected String signal() {
        return signal.value();
    }

    @Override
    protected VariableSelection selection() {
        if (signal.isGiven() && !watch.isGiven()) {
            throw Failure.usage("--signal applies only to --watch", "add --watch, or leave out --signal");
        }
        if (watch.isGiven() && mask.isGiven()) {
            throw Failure.usage("--watch and --mask can't be combined", "leave out one of the two");
        }
        return new VariableSelection(
                environment.reference(), Action.ENV_RUN, only.value(), !noSecrets.isGiven(), allowLoaders.isGiven());
    }

    @Override
    protected Launch launch(Variables variables) {
        return new Launch(command.value(), variables, cleanEnv.isGiven(), mask.isGiven());
    }
}
