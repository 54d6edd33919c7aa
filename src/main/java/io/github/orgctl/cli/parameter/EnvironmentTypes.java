package io.github.orgctl.cli.parameter;

import io.github.orgctl.cli.format.Assignment;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.SecretExpiry;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.Side;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Failure;

/** Parameter types for environments and their content. */
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

    /** An environment reference that must include the mode, because there is no option for it. */
    public static Type<EnvironmentReference> environmentWithMode() {
        return new Type<>("ENVIRONMENT", Candidates.ENVIRONMENT) {
            @Override
            public EnvironmentReference parse(String text) {
                EnvironmentReference reference = EnvironmentReference.parse(text);
                if (reference instanceof EnvironmentReference.OfProject && reference.mode() == null) {
                    throw Failure.usage(
                            "'" + text + "' does not name a mode", "write " + text + ":sandbox or " + text + ":live");
                }
                return reference;
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

    /** A side of a comparison: a mode or a revision. */
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

    /** A key, or a pattern of keys. */
    public static Type<KeyPattern> keyPattern() {
        return new Type<>("KEY", Candidates.KEY) {
            @Override
            public KeyPattern parse(String text) {
                return new KeyPattern(text);
            }
        };
    }

    public static Type<SearchText> searchText() {
        return new Type<>("TEXT") {
            @Override
            public SearchText parse(String text) {
                return SearchText.parse(text);
            }
        };
    }

    /**
     * A key with its value, or with the source of its value.
     *
     * @param label for example {@code KEY=VALUE}
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

    /** The key of a secret to be set, without a value. */
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

    /** A further key of a secret to be set, which must not be the secret value by mistake. */
    public static Type<Key> anotherSecretKey() {
        return new Type<>("KEY") {
            @Override
            public Key parse(String text) {
                try {
                    return new Key(text);
                } catch (Failure noKey) {
                    throw secretAsArgument();
                }
            }
        };
    }

    /** Failure for a secret value given as an argument. Never repeats the word, which may be the secret. */
    public static Failure secretAsArgument() {
        return Failure.usage(
                "the value of a secret can't be an argument",
                "other users can see arguments and the shell keeps them: omit the value to be prompted"
                        + " for it, pipe it in, or use --from-file, --from-env or --ref");
    }

    public static Type<SecretExpiry> secretExpiry() {
        return new Type<>("TIME|DURATION") {
            @Override
            public SecretExpiry parse(String text) {
                return SecretExpiry.parse(text);
            }
        };
    }

    public static Type<RotationPeriod> period() {
        return new Type<>("PERIOD") {
            @Override
            public RotationPeriod parse(String text) {
                return new RotationPeriod(text);
            }
        };
    }

    /** A rotation period, or {@code never}. */
    public static Type<String> rotationPeriod() {
        return new Type<>("PERIOD") {
            @Override
            public String parse(String text) {
                return text.equals(SecretPolicyEdit.NO_ROTATION) ? text : new RotationPeriod(text).text();
            }
        };
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
