package io.github.orgctl.cli.parameter;

import io.github.orgctl.cli.format.Assignment;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Side;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;

/** The types of parameters that name environments, or hold what is in them. */
public final class EnvironmentTypes {
    private EnvironmentTypes() {}

    public static Type<EnvironmentReference> environment() {
        return new Type<>("ENVIRONMENT", Candidates.ENVIRONMENT) {
            @Override
            public EnvironmentReference parse(String text) {
                return EnvironmentReference.parse(text);
            }
        };
    }

    public static Type<Mode> mode() {
        return new Type<>("MODE", Candidates.MODE) {
            @Override
            public Mode parse(String text) {
                return Mode.parse(text);
            }
        };
    }

    /** One side of a comparison: a mode or a revision. */
    public static Type<Side> side() {
        return new Type<>("MODE|N", Candidates.MODE) {
            @Override
            public Side parse(String text) {
                return Side.parse(text);
            }
        };
    }

    public static Type<Key> key() {
        return new Type<>("KEY", Candidates.KEY) {
            @Override
            public Key parse(String text) {
                return new Key(text);
            }
        };
    }

    /**
     * A key with what it is to be, or where that is read from.
     *
     * @param label such as {@code KEY=VALUE}
     */
    public static Type<Assignment> assignment(String label) {
        return new Type<>(label, Candidates.ASSIGNMENT) {
            @Override
            public Assignment parse(String text) {
                int equals = text.indexOf('=');
                if (equals < 0) {
                    throw Failure.usage(
                            "'" + text + "' is not " + label, "write " + label + ", with a '=' between the two");
                }
                return new Assignment(new Key(text.substring(0, equals)), text.substring(equals + 1));
            }
        };
    }

    /** The key of a secret that is to be set, which takes no value along. */
    public static Type<Key> secretKey() {
        return new Type<>("KEY") {
            @Override
            public Key parse(String text) {
                if (text.indexOf('=') >= 0) {
                    throw secretAsArgument();
                }
                return new Key(text);
            }
        };
    }

    /** Refusal of a secret given as an argument. Never repeats the word: it may hold the secret. */
    public static Failure secretAsArgument() {
        return Failure.usage(
                "the value of a secret can't be an argument",
                "other users can see arguments and the shell keeps them: omit the value to be prompted"
                        + " for it, pipe it in, or use --from-file, --from-env or --ref");
    }

    public static Type<SecretReference> secretReference() {
        return new Type<>("REFERENCE") {
            @Override
            public SecretReference parse(String text) {
                return SecretReference.parse(text);
            }
        };
    }
}
