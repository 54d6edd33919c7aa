package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.KeyValueShape.KEY_VALUE;
import static io.github.orgctl.cli.shape.RotationShape.ROTATION;
import static io.github.orgctl.cli.shape.SecretShape.SECRET;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.SecretPolicyOptions;
import io.github.orgctl.cli.verb.SecretSources;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.cli.verb.change.EditVerb;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.configuration.Rotation;
import io.github.orgctl.core.configuration.SecretService;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.SecretTemplate;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

public final class SecretCommand extends Noun {
    public SecretCommand() {
        super(
                "secret",
                "Manage the secrets of an environment",
                new Set(),
                new SecretImportVerb(),
                new ListAll(),
                new Reveal(),
                new SecretHistoryVerb(),
                new SecretRollbackVerb(),
                new SecretDueVerb(),
                new SecretCheckVerb(),
                new Unset(),
                new Copy(),
                new RotateKey());
    }

    private static final class Set extends EditVerb {
        private final Parameter<Key> key = required(EnvironmentTypes.secretKey(), "Key, for example db.password");
        private final Parameter<List<Key>> more =
                optional(EnvironmentTypes.anotherSecretKey().many(), "More keys, with --from-env");
        private final SecretSources sources = new SecretSources(this);
        private final SecretPolicyOptions policy = new SecretPolicyOptions(this);
        private final Parameter<Boolean> expand =
                flag("--expand", "Treat the value as a template with references to other values and secrets");
        private SecretInput input;
        private NavigableMap<Key, SecretValue> inputs;

        Set() {
            super("set", "Set one or more secrets");
            environmentOption();
            gates(Gate.CRITICAL);
            refuseStrayWords(EnvironmentTypes.secretAsArgument());
            details("Prompts for the value on a terminal without showing it, otherwise reads standard input."
                    + " The value is never an argument, because other users could see it. The newline at the"
                    + " end of a single line is removed. With --ref, the value stays where it is and is read on"
                    + " each use. With --from-env and no name, each key is read from the variable that it is"
                    + " exported by, such as DB_PASSWORD. With --expand, ${KEY}, ${shared.KEY} and ${ORG/PROJECT:MODE/KEY} in the value"
                    + " stand for other values and secrets. Earlier versions are kept up to --keep-versions. --expires,"
                    + " --rotate-every, --note and --keep-versions can be changed without a new value.");
            example("Type the value at a prompt", "orgctl secret set db.password --env website --mode sandbox");
            example("Pipe the value in", "pass show stripe | orgctl secret set stripe.key --env website:live");
            example(
                    "Set several secrets from environment variables of the same names",
                    "orgctl secret set db.password stripe.key --from-env --env website:sandbox");
            example(
                    "Refer to a file that is read when the secret is used",
                    "orgctl secret set db.password --ref file:/run/secrets/db --env website:live");
        }

        @Override
        protected void read(Input from) {
            if (!more.isGiven()) {
                input = expanded(sources.read(key.value(), !policy.edit().isNone(), from));
                return;
            }
            if (expand.isGiven()) {
                throw Failure.usage("--expand applies to one key", "name one key");
            }
            if (!policy.edit().isNone()) {
                throw Failure.usage(
                        "--expires, --rotate-every, --note and --keep-versions apply to one key", "name one key");
            }
            List<Key> keys = new ArrayList<>(more.value());
            keys.add(key.value());
            inputs = sources.readAll(keys, from);
        }

        private SecretInput expanded(SecretInput given) {
            if (!expand.isGiven() || given == null) {
                return given;
            }
            if (given instanceof SecretValue value) {
                return SecretTemplate.parse(value.text());
            }
            throw Failure.usage("--expand and --ref can't be combined", "leave out one of the two");
        }

        @Override
        protected Reply execute(Services services) {
            EnvironmentUpdate update = inputs == null
                    ? services.secrets().set(edit(), key.value(), input, policy.edit())
                    : services.secrets().setAll(edit(), inputs);
            return reply(update).notices(sources.notices());
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
        private final Parameter<Boolean> raw = flag("--raw", "Print a template as it is written");
        private final Parameter<Long> version =
                option("--version", Types.count(), "Version to print (default: the current one)");

        Reveal() {
            super("reveal", "Print the value of a secret", KEY_VALUE);
            referenceTimeoutOption();
            details("The access is recorded in the audit log.");
            example("Print an earlier version", "orgctl secret reveal db.password --version 1 --env website:sandbox");
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
            String value = version.isGiven()
                    ? services.secretVersions().reveal(environment.reference(), key.value(), version.value())
                    : services.secrets().reveal(environment.reference(), key.value(), raw.isGiven());
            return Reply.bare(KEY_VALUE, Map.entry(key.value(), Value.ofText(value)), value);
        }
    }

    private static final class Unset extends EditVerb {
        private final Parameter<List<Key>> keys =
                required(EnvironmentTypes.key().offering(Candidates.NONE).many(), "Keys of the secrets to remove");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such secret");
        private final Parameter<Boolean> purge = flag("--purge", "Delete permanently, with all versions");

        Unset() {
            super("unset", "Remove one or more secrets atomically");
            environmentOption();
            gates(Gate.CRITICAL);
            removesKeys();
            details("The versions of a removed secret are kept, and a rollback restores it. With --purge, they are"
                    + " deleted permanently: nothing of them stays in a SQLite store's files. Backups, exported and"
                    + " rendered files, and the rows that PostgreSQL has not vacuumed yet are out of reach. Exits with"
                    + " 7 if a program that is reading the store still holds old contents.");
            example(
                    "Delete a leaked secret and all its versions",
                    "orgctl secret unset stripe.key --purge --env website:sandbox");
            example("Remove a secret", "orgctl secret unset stripe.key --env website --mode sandbox");
            example(
                    "Remove several, and succeed if they are gone already",
                    "orgctl secret unset stripe.key smtp.password --if-exists --env website:sandbox");
            example("See whether live has it", "orgctl secret unset db.password --env website:live --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            if (!purge.isGiven()) {
                return reply(services.secrets().unset(edit(), keys.value(), ifExists.isGiven()));
            }
            EnvironmentUpdate update = services.secretVersions().purge(edit(), keys.value(), ifExists.isGiven());
            long deleted = update.deletedVersions();
            return reply(update)
                    .notice("versions deleted: " + deleted)
                    .afterwards(deleted > 0, "backups and exported files may still hold the values")
                    .purging(true);
        }
    }

    private static final class Copy extends CopyVerb {
        Copy() {
            super(
                    "Copy secrets from one environment to another",
                    EnvironmentTypes.key().offering(Candidates.NONE),
                    "secrets",
                    Gate.CRITICAL);
            details("Values are encrypted for their new environment and never shown; references stay references."
                    + " Requires permission to reveal secrets there and to set them here, and is recorded in the audit"
                    + " logs of both. Changes of live have to be confirmed.");
            example(
                    "Copy one secret to another project",
                    "orgctl secret copy stripe.key --from website:sandbox --to globex/portal:sandbox");
            example(
                    "Copy all secrets, overwriting other values",
                    "orgctl secret copy --from website:live --to website:sandbox --overwrite");
            example(
                    "See what would be copied to live",
                    "orgctl secret copy --only db --from website:sandbox --to globex/portal:live --dry-run");
        }

        @Override
        protected PendingUpdate update(Services services) {
            return services.copies().secrets(edit(), source(), selection(), overwrites());
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
