package io.github.orgctl.cli.verb.change;

import static io.github.orgctl.cli.shape.store.StoreRestoreShape.STORE_RESTORE;

import io.github.orgctl.cli.dump.BackupOpener;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Streams;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LifeCycle;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.store.StoreRestore;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.transfer.RestoreService;
import io.github.orgctl.store.BackupStore;
import io.github.orgctl.store.sqlite.DamagedFile;
import io.github.orgctl.vault.AgeIdentity;
import java.io.File;
import java.util.Optional;

/** Restores the store from a backup after checking the backup. */
public final class RestoreVerb extends ChangeVerb {
    private final Parameter<String> file = required(Types.file(), "Backup or dump to restore; - for standard input");
    private final Parameter<String> identity =
            option("--identity", Types.file(), "File with the age private key that decrypts the dump");
    private final Parameter<String> confirm = option(
            "--confirm", Types.words("NAME"), "Confirm that the store is replaced by repeating the name of its file");
    private Input input;
    private Streams source;
    private String confirmation;
    private BackupStore backup;
    private DamagedFile aside;
    private Holding.Hold removing;

    public RestoreVerb() {
        super("restore", "Replace the store with a backup", STORE_RESTORE);
        standAlone();
        details("Checks the whole backup first, then replaces all content in one transaction, also while other commands"
                + " use the store. The content of a SQLite store is kept in a file beside it; a PostgreSQL database must be"
                + " empty. Environment IDs and tokens are those of the backup. All revisions are raised, so that"
                + " --if-revision and saved plans from before the restore no longer apply.");
        example("Restore a backup", "orgctl store restore backup.db --confirm orgctl.db");
        example("Check a backup without restoring it", "orgctl store restore backup.db --confirm orgctl.db --dry-run");
        example(
                "Restore a compressed dump to a new file",
                "gunzip -c orgctl-backup.ndjson.gz | orgctl store restore - --store restored.db");
        example("Restore a backup to a new file", "orgctl store restore backup.db --store restored.db");
    }

    @Override
    protected void read(Input from) {
        input = from;
        source = from.streams(file.value());
        if (!isPiped()) {
            return;
        }
        if (from.isTerminal()) {
            throw Failure.usage("standard input is a terminal, not a backup", "name a file, or pipe a backup to it");
        }
        if (isStandard(identity)) {
            throw Failure.usage(
                    "the backup and its key can't both be read from standard input", "name a file for one of them");
        }
    }

    private boolean isPiped() {
        return isStandard(file);
    }

    private static boolean isStandard(Parameter<String> file) {
        return file.isGiven() && file.value().equals("-");
    }

    @Override
    protected Reply prepare(LifeCycle run) {
        Optional<String> name = Optional.empty();
        Failure damage = null;
        try {
            name = run.look(services -> services.restores().confirmation());
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.DAMAGED || isDryRun()) {
                throw failure;
            }
            damage = failure;
        }
        open();
        if (damage != null) {
            replaceDamaged(run, damage);
        } else if (name.isPresent()) {
            ask(run, "This replaces everything in the store.", name.get());
        }
        return null;
    }

    private void open() {
        AgeIdentity key = identity.isGiven() ? new AgeIdentity(input.text(identity.value()), identity.value()) : null;
        removing = Interrupts.PROCESS.cleaningUp(this::removeScratch);
        // A signal that arrives while the folder is made has to find it.
        Holding.Hold making = Interrupts.PROCESS.hold();
        try {
            backup = BackupStore.make(source.name());
        } finally {
            making.close();
        }
        new BackupOpener(isPiped() ? null : input.resolve(file.value()), source, key).readInto(backup);
        RestoreService.check(backup.store(), source.name());
    }

    private void ask(LifeCycle run, String warning, String name) {
        Conversation conversation = run.session().conversation();
        if (!confirm.isGiven() && !isDryRun() && conversation.isInteractive()) {
            confirmation = conversation.ask(warning + "\nType the name of its file, " + name + ", to confirm:");
        }
    }

    /** A damaged store can't be changed, so a new one replaces it. */
    private void replaceDamaged(LifeCycle run, Failure damage) {
        String name = new File(run.session().settings().store()).getName();
        ask(run, "The store is damaged: " + damage.getMessage() + "\nThis replaces it.", name);
        if (!name.equals(confirm.orElse(confirmation))) {
            throw new Failure(Failure.Kind.DAMAGED, damage.getMessage(), Advice.REPLACE_DAMAGED.of(name), damage);
        }
        aside = run.session().setStoreAside();
    }

    @Override
    protected Reply execute(Services services) {
        try (Progress progress = services.progress()) {
            StoreRestore restored = services.restores()
                    .restoreFrom(
                            backup.store(),
                            source.name(),
                            confirm.orElse(confirmation),
                            isDryRun() ? null : path -> input.backupFile(path.toString(), false),
                            progress);
            return Reply.one(
                            STORE_RESTORE,
                            aside == null
                                    ? restored
                                    : restored.replacing(aside.path().toString()))
                    .made("the store was restored from " + source.name())
                    .inspection("orgctl store info");
        }
    }

    @Override
    protected void tidyUp(CommandSession session, boolean done) {
        removeScratch();
        if (aside != null && !done) {
            aside.putBack();
        }
        if (removing != null) {
            removing.close();
        }
    }

    private void removeScratch() {
        if (backup != null) {
            backup.close();
        }
    }
}
