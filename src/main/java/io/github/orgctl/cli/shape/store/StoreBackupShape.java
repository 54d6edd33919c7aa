package io.github.orgctl.cli.shape.store;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.store.StoreBackup;
import java.util.List;

public final class StoreBackupShape extends Shape<StoreBackup> {
    public static final StoreBackupShape STORE_BACKUP = new StoreBackupShape();

    private enum Column implements Field<StoreBackup> {
        FILE(ESSENTIAL),
        BYTES(USEFUL),
        KEYS(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(StoreBackup backup) {
            return switch (this) {
                case FILE -> backup.file();
                case BYTES -> backup.bytes();
                case KEYS -> List.copyOf(backup.keys());
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private StoreBackupShape() {
        super("backup", List.of(Column.values()));
    }

    @Override
    public String id(StoreBackup backup) {
        return backup.file();
    }
}
