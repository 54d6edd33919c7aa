package io.github.orgctl.cli.shape.store;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.store.StoreCopy;
import java.util.List;

public final class StoreCopyShape extends Shape<StoreCopy> {
    public static final StoreCopyShape STORE_COPY = new StoreCopyShape();

    private enum Column implements Field<StoreCopy> {
        FROM(ESSENTIAL),
        TO(ESSENTIAL),
        ROWS(USEFUL),
        DIGEST(MINOR);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(StoreCopy copy) {
            return switch (this) {
                case FROM -> copy.from();
                case TO -> copy.to();
                case ROWS -> copy.rows();
                case DIGEST -> copy.digest();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private StoreCopyShape() {
        super("copy", List.of(Column.values()));
    }

    @Override
    public String id(StoreCopy copy) {
        return copy.to();
    }
}
