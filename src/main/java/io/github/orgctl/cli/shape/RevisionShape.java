package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.configuration.Revision;
import java.util.List;

public final class RevisionShape extends Shape<Revision> {
    public static final RevisionShape REVISION = new RevisionShape();

    private enum Column implements Field<Revision> {
        NUMBER(ESSENTIAL),
        AT(ESSENTIAL),
        ACTOR(USEFUL),
        MESSAGE(ESSENTIAL),
        KEYS(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

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
        public Importance importance() {
            return importance;
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
