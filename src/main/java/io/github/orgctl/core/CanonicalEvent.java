package io.github.orgctl.core;

import io.github.orgctl.core.model.AuditEvent;
import io.github.orgctl.core.model.FieldChange;
import io.github.orgctl.core.model.Target;
import io.github.orgctl.core.model.Timestamps;
import java.util.List;

/**
 * The one text of an audit event, over which its hash is taken: JSON as RFC 8785 (JCS) writes it, which is members in
 * the order of their names, no spaces, and only the escapes that have to be. {@code docs/audit.md} specifies it.
 */
final class CanonicalEvent {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(512);

    private CanonicalEvent() {}

    static String of(AuditEvent event) {
        return new CanonicalEvent().write(event);
    }

    /** In the order of the names: another order is another text. */
    private String write(AuditEvent event) {
        Target target = event.target();
        text.append('{');
        member("action", event.action());
        member("actor", event.actor());
        member("at", Timestamps.text(event.at()));
        name("changes");
        write(event.changes());
        member("correlation", event.correlation());
        member("mode", target.mode());
        member("organization", target.organization());
        member("organizationId", target.organizationId());
        member("previous", event.previous());
        member("projectId", target.projectId());
        name("sequence");
        text.append(event.sequence());
        member("target", target.name());
        member("token", event.token());
        return text.append('}').toString();
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

    /**
     * @param value null is written as such
     */
    private void member(String name, Object value) {
        name(name);
        if (value == null) {
            text.append("null");
        } else {
            string(value.toString());
        }
    }

    private void name(String name) {
        if (text.charAt(text.length() - 1) != '{') {
            text.append(',');
        }
        string(name);
        text.append(':');
    }

    private void string(String value) {
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
