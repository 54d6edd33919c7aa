package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.FindingShape.FINDING;
import static io.github.orgctl.cli.shape.StoreBackupShape.STORE_BACKUP;
import static io.github.orgctl.cli.shape.StoreInfoShape.STORE_INFO;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.port.BackupFile;
import java.util.List;

public final class StoreCommand extends Noun {
    public StoreCommand() {
        super("store", "Inspect the store and back it up", new Info(), new Check(), new Backup());
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
            example("Print the problems alone", "orgctl store check -o csv --no-header");
        }

        @Override
        protected Reply execute(Services services) {
            List<Finding> findings = services.store().check();
            return Reply.many(FINDING, Rows.of(findings))
                    .answering(findings.stream().allMatch(Finding::ok));
        }
    }

    private static final class Backup extends ReadVerb {
        private final Parameter<String> file = required(Types.file(), "File to write the backup to");
        private final Parameter<Boolean> force = flag("--force", "Overwrite an existing file");
        private BackupFile target;

        Backup() {
            super("backup", "Back up the store to a file", STORE_BACKUP);
            standAlone();
            details(
                    "Copies all organizations, including deleted ones, to a file that only you can read, and checks the copy."
                            + " Other commands can change the store in the meantime: the copy shows one state of it. Secrets stay"
                            + " encrypted; the keyset that decrypts them is not part of the backup. A PostgreSQL store is backed up"
                            + " on its server.");
            example("Back up the current store", "orgctl store backup orgctl-backup.db");
            example("Overwrite the last backup", "orgctl store backup orgctl-backup.db --force");
            example("Back up another store", "orgctl store backup copy.db --store backup.db");
        }

        @Override
        protected void read(Input input) {
            target = input.backupFile(file.value(), force.isGiven());
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(STORE_BACKUP, services.store().backup(target));
        }
    }
}
