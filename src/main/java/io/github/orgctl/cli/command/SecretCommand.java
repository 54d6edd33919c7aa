package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.KeyValueShape.KEY_VALUE;
import static io.github.orgctl.cli.shape.RotationShape.ROTATION;
import static io.github.orgctl.cli.shape.SecretShape.SECRET;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.EditVerb;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.SecretSources;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.configuration.Rotation;
import io.github.orgctl.core.configuration.SecretService;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Page;
import java.util.List;
import java.util.Map;

public final class SecretCommand extends Noun {
    public SecretCommand() {
        super(
                "secret",
                "Manage the secrets of an environment",
                new Set(),
                new ListAll(),
                new Reveal(),
                new Unset(),
                new RotateKey());
    }

    private static final class Set extends EditVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.secretKey(), "Key, for example db.password");
        private final SecretSources sources = new SecretSources(this);
        private SecretInput input;

        Set() {
            super("set", "Set a secret");
            environmentOption();
            gates(Gate.CRITICAL);
            refuseStrayWords(EnvironmentTypes.secretAsArgument());
            details("Prompts for the value on a terminal without showing it, otherwise reads standard input."
                    + " The value is never an argument, because other users could see it. One newline at the"
                    + " end of the input is removed. With --ref, the value stays where it is and is read on"
                    + " each use.");
            example("Type the value at a prompt", "orgctl secret set db.password --env website --mode sandbox");
            example("Pipe the value in", "pass show stripe | orgctl secret set stripe.key --env website:live");
            example(
                    "Refer to a file that is read when the secret is used",
                    "orgctl secret set db.password --ref file:/run/secrets/db --env website:live");
        }

        @Override
        protected void read(Input from) {
            input = sources.read(key.value(), from);
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.secrets().set(edit(), key.value(), input)).notices(sources.notices());
        }
    }

    private static final class ListAll extends ListVerb<Key> {
        private final EnvironmentChoice environment = environmentArgument();

        ListAll() {
            super(
                    "list",
                    "List the secrets of an environment without their values",
                    SECRET,
                    EnvironmentTypes.key().offering(Candidates.NONE));
            details("Digests are equal if and only if the values are equal, within and across environments;"
                    + " they reveal nothing else.");
            example(
                    "List the secrets of the sandbox, without values",
                    "orgctl secret list --env website --mode sandbox");
            example("List the secrets of the current project's live environment", "orgctl secret list --mode live");
            example("Print the keys alone", "orgctl secret list --env website:sandbox -o ids");
        }

        @Override
        protected Reply execute(Services services) {
            Page<Key> page = page(services);
            List<Secret> secrets = services.secrets().list(environment.reference());
            Secret after = page.after() == null ? null : services.secrets().get(environment.reference(), page.after());
            return Reply.many(SECRET, Rows.of(SECRET, secrets, new Page<>(page.limit(), after, page.sort())))
                    .ifEmpty(emptyNotice("no secrets yet: set one with: orgctl secret set KEY"));
        }
    }

    private static final class Reveal extends ReadVerb {
        private final Parameter<Key> key =
                required(EnvironmentTypes.key().offering(Candidates.NONE), "Key of the secret");
        private final EnvironmentChoice environment = environmentOption();

        Reveal() {
            super("reveal", "Print the value of a secret", KEY_VALUE);
            referenceTimeoutOption();
            details("The access is recorded in the audit log.");
            example("Print a secret", "orgctl secret reveal db.password --env website --mode sandbox");
            example("Print a secret of the current project", "orgctl secret reveal db.password --mode sandbox");
            example(
                    "Wait at most two seconds for the file or command it refers to",
                    "orgctl secret reveal stripe.key --env website:sandbox --reference-timeout 2s");
        }

        @Override
        protected boolean leavesEvent() {
            return true;
        }

        @Override
        protected Reply execute(Services services) {
            String value = services.secrets().reveal(environment.reference(), key.value());
            return Reply.bare(KEY_VALUE, Map.entry(key.value(), Value.ofText(value)), value);
        }
    }

    private static final class Unset extends EditVerb {
        private final Parameter<List<Key>> keys =
                required(EnvironmentTypes.key().offering(Candidates.NONE).many(), "Keys of the secrets to remove");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such secret");

        Unset() {
            super("unset", "Remove one or more secrets atomically");
            environmentOption();
            gates(Gate.CRITICAL);
            details("Removed secrets can't be restored; rollbacks do not affect secrets.");
            example("Remove a secret", "orgctl secret unset stripe.key --env website --mode sandbox");
            example(
                    "Remove several, and succeed if they are gone already",
                    "orgctl secret unset stripe.key smtp.password --if-exists --env website:sandbox");
            example("See whether live has it", "orgctl secret unset db.password --env website:live --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.secrets().unset(edit(), keys.value(), ifExists.isGiven()));
        }
    }

    private static final class RotateKey extends ChangeVerb {
        private final Parameter<Boolean> forgetOldKeys = flag(
                "--forget-old-keys",
                "Remove the old keys from the keyset; values encrypted with them can no longer be read");

        RotateKey() {
            super("rotate-key", "Re-encrypt all secrets of the store with a new key", ROTATION);
            details("Old keys stay in the keyset, because backups and other stores may need them, until they"
                    + " are removed with --forget-old-keys.");
            example("Re-encrypt all secrets with a new key", "orgctl secret rotate-key");
            example("See how many secrets would be re-encrypted", "orgctl secret rotate-key --dry-run");
            example("Remove older keys from the keyset as well", "orgctl secret rotate-key --forget-old-keys");
        }

        @Override
        protected Reply execute(Services services) {
            SecretService secrets = services.secrets();
            Rotation rotation = secrets.rotateKey();
            boolean rotated = rotation.secrets() > 0;
            Reply reply = Reply.one(ROTATION, rotation)
                    .noticeIf(!rotated, "nothing to re-encrypt: the store has no encrypted secrets")
                    .afterwards(
                            rotated && !forgetOldKeys.isGiven(),
                            "the old keys stay in the keyset and can still decrypt");
            return forgetOldKeys.isGiven() ? reply.onceKept(secrets::forgetOldKeys) : reply;
        }
    }
}
