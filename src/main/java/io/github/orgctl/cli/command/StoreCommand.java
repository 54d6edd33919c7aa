package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.FindingShape.FINDING;
import static io.github.orgctl.cli.shape.store.StoreBackupShape.STORE_BACKUP;
import static io.github.orgctl.cli.shape.store.StoreCopyShape.STORE_COPY;
import static io.github.orgctl.cli.shape.store.StoreInfoShape.STORE_INFO;

import io.github.orgctl.cli.dump.BackupFormat;
import io.github.orgctl.cli.dump.DumpFileWriter;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.RestoreVerb;
import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreBackup;
import io.github.orgctl.core.model.store.StoreCopy;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.transfer.StoreDump;
import java.util.List;
import java.util.Set;

public final class StoreCommand extends Noun {
    public StoreCommand() {
        super(
                "store",
                "Inspect stores, and back up, restore or copy them",
                new Info(),
                new Check(),
                new Backup(),
                new RestoreVerb(),
                new Copy());
    }

    private static final class Info extends ReadVerb {
        Info() {
            super("info", "Show the location and contents of the store", STORE_INFO);
            example("Show where the store is and what it holds", "orgctl store info");
            example("Print its location", "orgctl store info --jq .location");
            example("Show another store", "orgctl store info --store backup.db");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(STORE_INFO, services.store().info());
        }
    }

    private static final class Check extends ReadVerb {
        Check() {
            super("check", "Check the store for consistency", FINDING);
            details("Reads the whole store without changing it. Exits with 1 if a problem is found.");
            example("Check the store", "orgctl store check");
            example("Check another store", "orgctl store check --store backup.db");
            example("Show only problems", "orgctl store check --jq '.[] | select(.ok | not)'");
        }

        @Override
        protected Reply execute(Services services) {
            List<Finding> findings = services.store().check();
            return Reply.many(FINDING, Rows.of(findings))
                    .answering(findings.stream().allMatch(Finding::ok));
        }
    }

    private static final class Backup extends ReadVerb {
        private final Parameter<String> file =
                required(Types.file(), "File to write the backup to; - for standard output");
        private final Parameter<Boolean> force = flag("--force", "Overwrite an existing backup");
        private final Parameter<BackupFormat> format = option(
                "--format",
                Types.backupFormat(),
                "Format: sqlite (a store in a file) or ndjson (a portable dump); default: sqlite for a SQLite store, ndjson"
                        + " for PostgreSQL and standard output");
        private final Parameter<List<String>> recipients = option(
                "--encrypt-to",
                Types.words("RECIPIENT").many(),
                "Encrypt the dump to an age public key (age1...); can be repeated");
        private BackupFile target;
        private DumpFileWriter writer;

        Backup() {
            super("backup", "Back up the store to a file", STORE_BACKUP);
            standAlone();
            details("Writes all organizations, including deleted ones, to a file that only you can read."
                    + " Other commands can change the store in the meantime: the backup shows one state of it. Secrets stay"
                    + " encrypted; the keyset that decrypts them is not part of the backup. A dump can be restored to SQLite and"
                    + " to PostgreSQL.");
            example("Back up the current store", "orgctl store backup orgctl-backup.db");
            example("Overwrite the last backup", "orgctl store backup orgctl-backup.db --force");
            example("Write a portable dump", "orgctl store backup orgctl-backup.ndjson --format ndjson");
            example("Compress a dump", "orgctl store backup - | gzip > orgctl-backup.ndjson.gz");
        }

        @Override
        public Store.Purpose purpose() {
            return Store.Purpose.DUMP;
        }

        @Override
        protected void read(Input input) {
            if (isPiped()) {
                input.refuseTerminalOutput("a backup");
                if (format.value() == BackupFormat.SQLITE) {
                    throw Failure.usage(
                            "a SQLite file can't be written to standard output", "name a file, or add --format ndjson");
                }
            }
            target = input.backupFile(file.value(), force.isGiven());
            if (recipients.isGiven() && !isPiped() && format.value() != BackupFormat.NDJSON) {
                throw Failure.usage("--encrypt-to encrypts dumps only", "add --format ndjson");
            }
            writer = DumpFileWriter.to(recipients.orElse(List.of()));
        }

        private boolean isPiped() {
            return file.value().equals("-");
        }

        @Override
        protected Reply execute(Services services) {
            if (isPiped()) {
                return piped(services, services.store().dump());
            }
            StoreBackup backup = backup(services);
            Reply reply = telling(services, backup.keys(), Reply.one(STORE_BACKUP, backup))
                    .made("backup " + backup.file());
            boolean isStore = format(services) == BackupFormat.SQLITE;
            return isStore ? reply.inspection("orgctl store info --store " + ShellWord.of(backup.file())) : reply;
        }

        private Reply piped(Services services, StoreDump dump) {
            return telling(services, dump.header().keys(), Reply.bytes(out -> {
                try (Progress progress = services.progress()) {
                    dump.writeTo(out, writer, progress);
                }
            }));
        }

        private static Reply telling(Services services, Set<Long> keys, Reply reply) {
            return reply.noticeIf(
                    !keys.isEmpty(),
                    "the backup's secrets require the keyset " + services.keyset()
                            + ", which is not part of it: back it up separately");
        }

        private BackupFormat format(Services services) {
            return format.isGiven()
                    ? format.value()
                    : services.store().isFile() ? BackupFormat.SQLITE : BackupFormat.NDJSON;
        }

        private StoreBackup backup(Services services) {
            if (format(services) == BackupFormat.SQLITE) {
                return services.store().backup(target);
            }
            try (Progress progress = services.progress()) {
                return services.store().dump(target, writer, progress);
            }
        }
    }

    private static final class Copy extends ReadVerb {
        private final Parameter<String> from =
                required(Types.store("FROM"), "Store to copy: a file or a postgresql:// address");
        private final Parameter<String> to =
                required(Types.store("TO"), "Empty store to copy to: a file or a postgresql:// address");

        Copy() {
            super("copy", "Copy a store to another file or server", STORE_COPY);
            standAlone();
            details(
                    "Copies all organizations, including deleted ones, in one transaction, between SQLite and PostgreSQL"
                            + " or between two of the same kind. The target must not exist or be empty. The copy is read again and"
                            + " compared, and its audit logs are verified, before it is committed. Environment IDs, tokens"
                            + " and revisions stay the same; secrets stay encrypted and require the same keyset.");
            example("Copy a store to a new file", "orgctl store copy backup.db copy.db");
            example("Print the digest of what was copied", "orgctl store copy backup.db other.db --jq .digest");
            example("Print the result as JSON", "orgctl store copy backup.db another.db -o json");
        }

        @Override
        public Store.Purpose purpose() {
            return Store.Purpose.DUMP;
        }

        @Override
        protected String storeLocation() {
            return from.value();
        }

        @Override
        protected Reply execute(Services services) {
            try (Progress progress = services.progress()) {
                StoreCopy copy = services.storeCopies().copyTo(services.storeAt(to.value()), progress);
                return Reply.one(STORE_COPY, copy)
                        .made("copy " + copy.to())
                        .inspection("orgctl store info --store " + ShellWord.of(copy.to()));
            }
        }
    }
}
