package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.Revision;
import java.util.List;

public final class RevisionShape extends Shape<Revision> {
    public static final RevisionShape REVISION = new RevisionShape();

    private enum Column implements Field<Revision> {
        NUMBER,
        AT,
        ACTOR,
        MESSAGE,
        KEYS;

        @Override
        public Object of(Revision revision) {
            return switch (this) {
                case NUMBER -> revision.number();
                case AT -> revision.at();
                case ACTOR -> revision.actor();
                case MESSAGE -> revision.message();
                case KEYS -> revision.keys();
            };
        }

        @Override
        public boolean inTable() {
            return true;
        }
    }

    private RevisionShape() {
        super("revision", List.of(Column.values()));
    }

    @Override
    public String id(Revision revision) {
        return Long.toString(revision.number());
    }
}
