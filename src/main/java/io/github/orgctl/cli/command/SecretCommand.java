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
                "The secrets of an environment: encrypted, or kept elsewhere",
                new Set(),
                new ListAll(),
                new Reveal(),
                new Unset(),
                new RotateKey());
    }

    private static final class Set extends EditVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.secretKey(), "The key, such as db.password.");
        private final SecretSources sources = new SecretSources(this);
        private SecretInput input;

        Set() {
            super("set", "Keep a secret under a key");
            environmentOption();
            refuseStrayWords(EnvironmentTypes.secretAsArgument());
            details("Asks for the value on a terminal without showing it, and else reads standard input; it is never an"
                    + " argument, which other users could see. One newline at the end of what is read is left out."
                    + " With --ref the value stays where it is, and is read whenever it is used.");
            example("orgctl secret set db.password --env website --mode sandbox");
            example("pass show stripe | orgctl secret set stripe.key --env website:live -m \"New key\"");
            example("orgctl secret set db.password --ref file:/run/secrets/db --env website --mode live");
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
        private final EnvironmentChoice environment = environmentOption();

        ListAll() {
            super(
                    "list",
                    "List the secrets of an environment without their values",
                    SECRET,
                    EnvironmentTypes.key().offering(Candidates.NONE));
            details("The digest tells whether two values are equal, in this environment or another, and nothing more.");
            example("orgctl secret list --env website --mode sandbox");
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
                required(EnvironmentTypes.key().offering(Candidates.NONE), "The key of the secret.");
        private final EnvironmentChoice environment = environmentOption();

        Reveal() {
            super("reveal", "Print the value of a secret", KEY_VALUE);
            referenceTimeoutOption();
            details("Leaves an event in the audit trail.");
            example("orgctl secret reveal db.password --env website --mode sandbox");
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
        private final Parameter<List<Key>> keys = required(
                EnvironmentTypes.key().offering(Candidates.NONE).many(), "The keys of the secrets that are to go.");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such secret.");

        Unset() {
            super("unset", "Take secrets away, all of them or none");
            environmentOption();
            details("A secret that is gone can't be brought back: a rollback leaves secrets alone.");
            example("orgctl secret unset stripe.key --env website --mode sandbox");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.secrets().unset(edit(), keys.value(), ifExists.isGiven()));
        }
    }

    private static final class RotateKey extends ChangeVerb {
        private final Parameter<Boolean> forgetOldKeys = flag(
                "--forget-old-keys", "Take the old keys out of the keyset, so that nothing can be read with them.");

        RotateKey() {
            super("rotate-key", "Encrypt all secrets of the store anew, with a new key", ROTATION);
            details("The old keys stay in the keyset, because backups and other stores may need them, until"
                    + " --forget-old-keys takes them away.");
            example("orgctl secret rotate-key --dry-run");
            example("orgctl secret rotate-key --forget-old-keys");
        }

        @Override
        protected Reply execute(Services services) {
            SecretService secrets = services.secrets();
            Rotation rotation = secrets.rotateKey();
            boolean rotated = rotation.secrets() > 0;
            Reply reply = Reply.one(ROTATION, rotation)
                    .noticeIf(!rotated, "nothing to encrypt anew: the store holds no encrypted secret")
                    .afterwards(
                            rotated && !forgetOldKeys.isGiven(), "the old keys stay in the keyset, and still decrypt");
            return forgetOldKeys.isGiven() ? reply.onceKept(secrets::forgetOldKeys) : reply;
        }
    }
}
