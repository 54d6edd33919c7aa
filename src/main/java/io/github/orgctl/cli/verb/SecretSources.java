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
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Mutually exclusive options for the source of a secret's value. */
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
        variable = verb.option(
                        "--from-env",
                        Types.words("[NAME]"),
                        "Read the value from an environment variable (default: the name that the key is exported by)")
                .withOptionalValue();
        reference = verb.option(
                "--ref",
                EnvironmentTypes.secretReference(),
                "Store a reference to the value instead: env:NAME, file:PATH or cmd:COMMAND");
        allowEmpty = verb.flag("--allow-empty", "Allow an empty value");
    }

    /**
     * Reads the value from the given source, by a prompt, or from standard input.
     *
     * @param optional whether the secret may keep its value if nothing is entered
     * @return null for no value
     * @throws Failure USAGE if there is no value, or an empty one that is not allowed
     */
    public SecretInput read(Key key, boolean optional, Input input) {
        int given = (file.isGiven() ? 1 : 0) + (variable.isGiven() ? 1 : 0) + (reference.isGiven() ? 1 : 0);
        if (given > 1) {
            throw Failure.usage(
                    "the value can come from only one source", "use one of --from-file, --from-env and --ref");
        }
        if (reference.isGiven()) {
            return reference.value();
        }
        if (optional && given == 0 && !allowEmpty.isGiven()) {
            String value = input.isTerminal() && !input.isInteractive() ? "" : typedOrRead(key, input);
            return value.isEmpty() ? null : new SecretValue(value);
        }
        return admitted(key, variable.isGiven() ? ofVariable(key, input) : typedOrRead(key, input));
    }

    /**
     * Reads the value of each key from the environment variable of its exported name.
     *
     * @throws Failure USAGE if other sources are given, a variable is not set, or one is empty and that is not allowed
     */
    public NavigableMap<Key, SecretValue> readAll(List<Key> keys, Input input) {
        boolean named = variable.isGiven() && !variable.value().isEmpty();
        if (!variable.isGiven() || named || file.isGiven() || reference.isGiven()) {
            throw EnvironmentTypes.secretAsArgument();
        }
        NavigableMap<Key, SecretValue> values = new TreeMap<>();
        for (Key key : keys) {
            if (values.put(key, admitted(key, ofVariable(key, input))) != null) {
                throw Failure.usage("the key '" + key + "' is given twice", "give each key once");
            }
        }
        return values;
    }

    private SecretValue admitted(Key key, String value) {
        if (value.isEmpty() && !allowEmpty.isGiven()) {
            throw Failure.usage(
                    "the value of the secret '" + key + "' is empty", "to set an empty value, use --allow-empty");
        }
        return new SecretValue(value);
    }

    /** Warnings about the input. */
    public List<String> notices() {
        return notices;
    }

    private String ofVariable(Key key, Input input) {
        String name = variable.value().isEmpty() ? Variable.nameOf(key) : variable.value();
        String value = input.variable(name);
        if (value == null) {
            throw Failure.usage(
                    "the environment variable " + name + " is not set",
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

    private String content(Key key, String text) {
        String line = Text.withoutNewline(text);
        if (line.length() < text.length()) {
            notices.add("removed the newline at the end of '" + key + "'");
        }
        return line;
    }
}
