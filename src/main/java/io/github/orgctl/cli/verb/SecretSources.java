package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** The options that say where the value of a secret comes from, one of which may be given. */
public final class SecretSources {
    private static final String STANDARD_INPUT = "-";

    private final Parameter<String> file;
    private final Parameter<String> variable;
    private final Parameter<SecretReference> reference;
    private final Parameter<Boolean> allowEmpty;
    private final List<String> notices = new ArrayList<>();

    public SecretSources(Verb verb) {
        file = verb.option(
                "--from-file",
                Types.words("PATH").offering(Candidates.FILE),
                "Read the value from a file; - for standard input");
        variable = verb.option("--from-env", Types.words("NAME"), "Read the value from an environment variable");
        reference = verb.option(
                "--ref",
                EnvironmentTypes.secretReference(),
                "Store a reference to the value instead: env:NAME, file:PATH or cmd:COMMAND");
        allowEmpty = verb.flag("--allow-empty", "Allow an empty value");
    }

    /**
     * Reads the value from where the options say, or asks for it on a terminal, or reads standard input.
     *
     * @throws Failure USAGE when there is none, or an empty one that is not allowed
     */
    public SecretInput read(Key key, Input input) {
        int given = (file.isGiven() ? 1 : 0) + (variable.isGiven() ? 1 : 0) + (reference.isGiven() ? 1 : 0);
        if (given > 1) {
            throw Failure.usage(
                    "the value can come from only one source", "use one of --from-file, --from-env and --ref");
        }
        if (reference.isGiven()) {
            return reference.value();
        }
        String value = variable.isGiven() ? ofVariable(input) : typedOrRead(key, input);
        if (value.isEmpty() && !allowEmpty.isGiven()) {
            throw Failure.usage(
                    "the value of the secret '" + key + "' is empty", "to set an empty value, use --allow-empty");
        }
        return new SecretValue(value);
    }

    /** Notices about the input. */
    public List<String> notices() {
        return notices;
    }

    private String ofVariable(Input input) {
        String value = input.variable(variable.value());
        if (value == null) {
            throw Failure.usage(
                    "the environment variable " + variable.value() + " is not set",
                    "export it, or see the other ways to give a value with: orgctl secret set --help");
        }
        return value;
    }

    private String typedOrRead(Key key, Input input) {
        if (file.isGiven() || !input.isTerminal()) {
            return content(key, input.text(file.orElse(STANDARD_INPUT)));
        }
        if (!input.isInteractive()) {
            throw Failure.usage(
                    "no value given for the secret '" + key + "', and there is no terminal to prompt for it",
                    "pipe it in, or use --from-file, --from-env or --ref");
        }
        String typed = input.hidden("Value of " + key + " (not shown):");
        return typed == null ? "" : typed;
    }

    /** A text without the newline at its end, which editors and {@code echo} put there. */
    private String content(Key key, String text) {
        if (!text.endsWith("\n")) {
            return text;
        }
        notices.add("removed the newline at the end of '" + key + "'");
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }
}
