package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class AuditEventShape extends Shape<RecordedEvent> {
    public static final AuditEventShape AUDIT_EVENT = new AuditEventShape();

    private enum Column implements Field<RecordedEvent> {
        SEQUENCE(MINOR),
        AT(ESSENTIAL),
        ORGANIZATION(MINOR),
        ACTOR(ESSENTIAL),
        ACTION(ESSENTIAL),
        TARGET(ESSENTIAL),
        CHANGES(USEFUL),
        ORGANIZATION_ID(ON_REQUEST),
        PROJECT_ID(ON_REQUEST),
        MODE(ON_REQUEST),
        TOKEN(ON_REQUEST),
        CORRELATION(ON_REQUEST),
        PREVIOUS(ON_REQUEST),
        HASH(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(RecordedEvent recorded) {
            AuditEvent event = recorded.event();
            return switch (this) {
                case SEQUENCE -> event.sequence();
                case AT -> event.at();
                case ORGANIZATION -> event.target().organization();
                case ACTOR -> event.actor();
                case ACTION -> event.action();
                case TARGET -> event.target().name();
                case CHANGES -> changes(event.changes());
                case ORGANIZATION_ID -> event.target().organizationId();
                case PROJECT_ID -> event.target().projectId();
                case MODE -> event.target().mode();
                case TOKEN -> event.token();
                case CORRELATION -> event.correlation();
                case PREVIOUS -> event.previous();
                case HASH -> recorded.hash();
            };
        }

        /** In words without digests, which tell a reader nothing. */
        private static StructuredValue changes(List<FieldChange> changes) {
            List<Map<String, String>> values = new ArrayList<>(changes.size());
            StringBuilder words = new StringBuilder();
            for (FieldChange change : changes) {
                Map<String, String> value = new LinkedHashMap<>();
                value.put("field", change.field());
                value.put("before", change.before());
                value.put("after", change.after());
                values.add(value);
                if (change.field().equals(RevisionProof.FIELD)) {
                    continue;
                }
                words.append(words.length() == 0 ? "" : ", ").append(change.field());
                append(words, change);
            }
            return new StructuredValue(values, words.toString());
        }

        /** The change; empty for an event of reading. */
        private static void append(StringBuilder words, FieldChange change) {
            if (change.before() == null && change.after() == null) {
                return;
            }
            words.append(": ").append(change.before() == null ? "" : change.before() + " ");
            words.append(change.before() == null ? "" : "→ ");
            words.append(change.after() == null ? "none" : change.after());
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private AuditEventShape() {
        super("audit event", List.of(Column.values()));
    }

    @Override
    public String id(RecordedEvent event) {
        return event.name();
    }
}
