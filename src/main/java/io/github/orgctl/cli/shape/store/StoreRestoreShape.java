package io.github.orgctl.cli.shape.store;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.store.StoreRestore;
import java.util.List;

public final class StoreRestoreShape extends Shape<StoreRestore> {
    public static final StoreRestoreShape STORE_RESTORE = new StoreRestoreShape();

    private enum Column implements Field<StoreRestore> {
        STORE(ESSENTIAL),
        ROWS(USEFUL),
        EPOCH(MINOR),
        REPLACED(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(StoreRestore restore) {
            return switch (this) {
                case STORE -> restore.store();
                case ROWS -> restore.rows();
                case EPOCH -> restore.epoch();
                case REPLACED -> restore.replaced();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private StoreRestoreShape() {
        super("restore", List.of(Column.values()));
    }

    @Override
    public String id(StoreRestore restore) {
        return restore.store();
    }
}
