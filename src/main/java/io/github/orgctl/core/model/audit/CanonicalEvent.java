package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Text;
import io.github.orgctl.core.model.value.Timestamps;
import java.util.List;

/**
 * Writes the canonical text of an audit event, over which its hash is computed: JSON in the form of RFC 8785 (JCS),
 * with sorted members, no spaces and only necessary escapes. {@code docs/audit.md} specifies it, and {@link EventText}
 * reads it.
 */
final class CanonicalEvent {
    private static final String HEX = "0123456789abcdef";

    private static final EventMember[] MEMBERS = EventMember.values();

    private final StringBuilder text = new StringBuilder(512);

    private CanonicalEvent() {}

    static String of(AuditEvent event) {
        return new CanonicalEvent().write(event);
    }

    private String write(AuditEvent event) {
        for (EventMember member : MEMBERS) {
            name(member.toString());
            switch (member) {
                case CHANGES -> write(event.changes());
                case SEQUENCE -> text.append(event.sequence());
                default -> value(textOf(event, member));
            }
        }
        return text.append('}').toString();
    }

    /** The event's value for a member, or null. */
    private static Object textOf(AuditEvent event, EventMember member) {
        Target target = event.target();
        return switch (member) {
            case ACTION -> event.action();
            case ACTOR -> event.actor();
            case AT -> Timestamps.text(event.at());
            case CORRELATION -> event.correlation();
            case MODE -> target.mode();
            case ORGANIZATION -> target.organization();
            case ORGANIZATION_ID -> target.organizationId();
            case PREVIOUS -> event.previous();
            case PROJECT_ID -> target.projectId();
            case TARGET -> target.name();
            case TOKEN -> event.token();
            case CHANGES, SEQUENCE -> throw new IllegalArgumentException();
        };
    }

    private void write(List<FieldChange> changes) {
        text.append('[');
        for (FieldChange change : changes) {
            if (text.charAt(text.length() - 1) == '}') {
                text.append(',');
            }
            text.append('{');
            member("after", change.after());
            member("before", change.before());
            member("field", change.field());
            text.append('}');
        }
        text.append(']');
    }

    private void member(String name, String value) {
        name(name);
        value(value);
    }

    /**
     * @param value null is written as JSON null
     */
    private void value(Object value) {
        if (value == null) {
            text.append("null");
        } else {
            string(value.toString());
        }
    }

    private void name(String name) {
        int last = text.length() - 1;
        if (last < 0) {
            text.append('{');
        } else if (text.charAt(last) != '{') {
            text.append(',');
        }
        string(name);
        text.append(':');
    }

    /**
     * @throws Failure USAGE if it contains an unpaired surrogate, which UTF-8 would not preserve
     */
    private void string(String value) {
        if (!Text.isWhole(value)) {
            throw Failure.usage("the text contains an unpaired surrogate");
        }
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
