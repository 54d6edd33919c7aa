package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.Revision;
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
                case KEYS -> joined(revision.keys());
            };
        }

        /** No key holds a space. */
        private static String joined(List<Key> keys) {
            StringBuilder text = new StringBuilder();
            for (Key key : keys) {
                text.append(text.length() == 0 ? "" : " ").append(key.path());
            }
            return text.toString();
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
