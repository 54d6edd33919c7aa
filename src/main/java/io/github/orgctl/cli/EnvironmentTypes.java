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

    public static final class ModeType extends Type<Mode> {
        @Override
        public String label() {
            return "MODE";
        }

        @Override
        public Candidates candidates() {
            return Candidates.MODE;
        }

        @Override
        public Mode parse(String text) {
            return Mode.parse(text);
        }
    }

    public static final class KeyType extends Type<Key> {
        private final String label;
        private final Candidates candidates;

        public KeyType() {
            this("KEY", Candidates.KEY);
        }

        public KeyType(Candidates candidates) {
            this("KEY", candidates);
        }

        public KeyType(String label) {
            this(label, Candidates.KEY);
        }

        private KeyType(String label, Candidates candidates) {
            this.label = label;
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public Key parse(String text) {
            return new Key(text);
        }
    }

    /** The key of a secret that is to be set, which takes no value along. */
    public static final class SecretKeyType extends Type<Key> {
        /** Never repeats the word: it may hold the secret. */
        public static Failure noArgument() {
            return Failure.usage(
                    "the value of a secret can't be an argument, and nothing else fits here",
                    "other users see arguments, and the shell keeps them: leave the value out to be asked for it, pipe"
                            + " it in, or use --from-file, --from-env or --ref");
        }

        @Override
        public String label() {
            return "KEY";
        }

        @Override
        public Key parse(String text) {
            if (text.indexOf('=') >= 0) {
                throw noArgument();
            }
            return new Key(text);
        }
    }

    public static final class SecretReferenceType extends Type<SecretReference> {
        @Override
        public String label() {
            return "REFERENCE";
        }

        @Override
        public SecretReference parse(String text) {
            return SecretReference.parse(text);
        }
    }

    /** A key with what it is to be, or where that is read from. */
    public static final class AssignmentType extends Type<Assignment> {
        private final String label;

        /**
         * @param label such as {@code KEY=VALUE}
         */
        public AssignmentType(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public Candidates candidates() {
            return Candidates.ASSIGNMENT;
        }

        @Override
        public Assignment parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw Failure.usage(
                        "'" + text + "' is not " + label, "write " + label + ", with a '=' between the two");
            }
            return new Assignment(new Key(text.substring(0, equals)), text.substring(equals + 1));
        }
    }

    public static final class SideType extends Type<Side> {
        @Override
        public String label() {
            return "MODE|N";
        }

        @Override
        public Candidates candidates() {
            return Candidates.MODE;
        }

        @Override
        public Side parse(String text) {
            return Side.parse(text);
        }
    }

    /** The live environment of a project, which needs no naming where a verb can mean no other. */
    public static final class LiveType extends Type<EnvironmentReference> {
        @Override
        public String label() {
            return "PROJECT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.PROJECT;
        }

        @Override
        public EnvironmentReference parse(String text) {
            return EnvironmentReference.parse(text).withMode(Mode.LIVE);
        }
    }

    public static final class EnvironmentType extends Type<EnvironmentReference> {
        @Override
        public String label() {
            return "ENVIRONMENT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.ENVIRONMENT;
        }

        @Override
        public EnvironmentReference parse(String text) {
            return EnvironmentReference.parse(text);
        }
    }
}
