package io.github.orgctl.cli;

import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.SecretReference;
import io.github.orgctl.core.model.Side;

/** The types of parameters that name environments, or hold what is in them. */
public final class EnvironmentTypes {
    private EnvironmentTypes() {}

    public static Type<EnvironmentReference> environment() {
        return Type.of("ENVIRONMENT", Candidates.ENVIRONMENT, EnvironmentReference::parse);
    }

    /** The live environment of a project, which needs no naming where a verb can mean no other. */
    public static Type<EnvironmentReference> live() {
        return Type.of("PROJECT", Candidates.PROJECT, text -> EnvironmentReference.parse(text)
                .withMode(Mode.LIVE));
    }

    public static Type<Mode> mode() {
        return Type.of("MODE", Candidates.MODE, Mode::parse);
    }

    /** One side of a comparison: a mode or a revision. */
    public static Type<Side> side() {
        return Type.of("MODE|N", Candidates.MODE, Side::parse);
    }

    public static Type<Key> key() {
        return Type.of("KEY", Candidates.KEY, Key::new);
    }

    /**
     * A key with what it is to be, or where that is read from.
     *
     * @param label such as {@code KEY=VALUE}
     */
    public static Type<Assignment> assignment(String label) {
        return Type.of(label, Candidates.ASSIGNMENT, text -> {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw Failure.usage(
                        "'" + text + "' is not " + label, "write " + label + ", with a '=' between the two");
            }
            return new Assignment(new Key(text.substring(0, equals)), text.substring(equals + 1));
        });
    }

    /** The key of a secret that is to be set, which takes no value along. */
    public static Type<Key> secretKey() {
        return Type.of("KEY", text -> {
            if (text.indexOf('=') >= 0) {
                throw secretAsArgument();
            }
            return new Key(text);
        });
    }

    /** What is said to whoever gives a secret as an argument. Never repeats the word: it may hold the secret. */
    public static Failure secretAsArgument() {
        return Failure.usage(
                "the value of a secret can't be an argument, and nothing else fits here",
                "other users see arguments, and the shell keeps them: leave the value out to be asked for it, pipe"
                        + " it in, or use --from-file, --from-env or --ref");
    }

    public static Type<SecretReference> secretReference() {
        return Type.of("REFERENCE", SecretReference::parse);
    }
}
