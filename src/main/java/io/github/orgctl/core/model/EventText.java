package io.github.orgctl.core.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the canonical text of an audit event, and nothing else: a text that {@link CanonicalEvent} would have written in
 * another way is refused. Works on the bytes and makes texts of those parts alone that are asked for, since whole trails
 * are read with it. One reader serves for any number of texts, one after another.
 */
public final class EventText {
    private static final EventMember[] MEMBERS = EventMember.values();
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] AFTER = bytes("{\"after\":");
    private static final byte[] BEFORE = bytes(",\"before\":");
    private static final byte[] FIELD = bytes(",\"field\":");
    private static final byte[] CONTROL = bytes("u00");
    private static final String SHORT_ESCAPES = "\"\\btnfr";
    private static final String SHORT_ESCAPES_MEAN = "\"\\\b\t\n\f\r";

    private final Map<EventMember, Part> parts = new EnumMap<>(EventMember.class);
    private final Part[] inOrder = new Part[MEMBERS.length];
    private byte[] text = {};
    private long sequence;
    private int at;
    private boolean ascii;

    /** Where a member's value stands in the text. */
    private static final class Part {
        private final EventMember member;
        private final byte[] name;
        private int start;
        private int end;

        /**
         * @param before what stands in front of the member's name
         */
        private Part(EventMember member, char before) {
            this.member = member;
            this.name = bytes(before + "\"" + member + "\":");
        }
    }

    public EventText() {
        for (int i = 0; i < MEMBERS.length; i++) {
            inOrder[i] = new Part(MEMBERS[i], i == 0 ? '{' : ',');
            parts.put(MEMBERS[i], inOrder[i]);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes a text, about which the other methods then tell.
     *
     * @param canonical in UTF-8
     * @return this
     * @throws Failure DAMAGED when it is not an event in canonical form
     */
    public EventText read(byte[] canonical) {
        text = canonical;
        at = 0;
        ascii = true;
        for (Part part : inOrder) {
            expect(part.name);
            part.start = at;
            switch (part.member) {
                case CHANGES -> changes(null);
                case SEQUENCE -> number();
                default -> stringOrNull(part.member.isNullable());
            }
            part.end = at;
        }
        expect('}');
        if (at != text.length || !ascii && !isUtf8()) {
            throw malformed();
        }
        return this;
    }

    private boolean isUtf8() {
        return Arrays.equals(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), text);
    }

    /** Whether the event says that it belongs to the organization with this id. */
    public boolean isOf(Id organizationId) {
        return holds(EventMember.ORGANIZATION_ID, organizationId.value());
    }

    /** Whether the event says that this is the hash of the one before it. */
    public boolean follows(String hash) {
        return holds(EventMember.PREVIOUS, hash);
    }

    public long sequence() {
        return sequence;
    }

    /** Whether that is the slug that the organization had then. */
    public boolean isCalled(String slug) {
        return holds(EventMember.ORGANIZATION, slug);
    }

    /** The slug that the organization had then, or null where it is the store. */
    public String organization() {
        return string(EventMember.ORGANIZATION);
    }

    /**
     * All of it.
     *
     * @throws Failure DAMAGED when a part is not what it has to be, such as a time
     */
    public AuditEvent event() {
        try {
            return new AuditEvent(
                    sequence(),
                    at(),
                    string(EventMember.ACTOR),
                    string(EventMember.TOKEN),
                    string(EventMember.ACTION),
                    target(),
                    allChanges(),
                    correlation(),
                    string(EventMember.PREVIOUS));
        } catch (Failure invalid) {
            throw new Failure(Failure.Kind.DAMAGED, "an audit event says: " + invalid.getMessage(), null, invalid);
        }
    }

    /** Why {@link #event} would fail, or null: without making all of it, since whole trails are looked at. */
    public String fault() {
        try {
            at();
            target();
            correlation();
            return null;
        } catch (Failure invalid) {
            return invalid.getMessage();
        }
    }

    private Instant at() {
        return Timestamps.exact(string(EventMember.AT));
    }

    private Id correlation() {
        return new Id(string(EventMember.CORRELATION));
    }

    private Target target() {
        Id organizationId = new Id(string(EventMember.ORGANIZATION_ID));
        String organization = string(EventMember.ORGANIZATION);
        String projectId = string(EventMember.PROJECT_ID);
        String mode = string(EventMember.MODE);
        if ((organization == null) != organizationId.equals(Target.STORE)) {
            throw malformed();
        }
        return new Target(
                organizationId,
                organization == null ? null : new Slug(organization),
                projectId == null ? null : new Id(projectId),
                mode == null ? null : Mode.parse(mode),
                string(EventMember.TARGET));
    }

    private List<FieldChange> allChanges() {
        List<FieldChange> all = new ArrayList<>();
        at = parts.get(EventMember.CHANGES).start;
        changes(all);
        return all;
    }

    /**
     * @param to where to put them, or null only to pass over them
     */
    private void changes(List<FieldChange> to) {
        expect('[');
        if (next() == ']') {
            at++;
            return;
        }
        for (boolean more = true; more; ) {
            expect(AFTER);
            int after = at;
            stringOrNull(true);
            expect(BEFORE);
            int before = at;
            stringOrNull(true);
            int beforeEnds = at;
            expect(FIELD);
            int field = at;
            stringOrNull(false);
            if (to != null) {
                to.add(new FieldChange(
                        string(field, at), string(before, beforeEnds), string(after, before - BEFORE.length)));
            }
            expect('}');
            more = next() == ',';
            at += more ? 1 : 0;
        }
        expect(']');
    }

    private void number() {
        int start = at;
        sequence = 0;
        while (next() >= '0' && next() <= '9') {
            sequence = sequence * 10 + text[at++] - '0';
        }
        // Eighteen digits always fit into a long.
        if (at == start || at - start > 18 || text[start] == '0') {
            throw malformed();
        }
    }

    private void stringOrNull(boolean nullable) {
        if (nullable && next() == 'n') {
            expect(NULL);
            return;
        }
        expect('"');
        for (int c = next(); c != '"'; c = next()) {
            at++;
            if (c == '\\') {
                escape();
            } else if (c < 0) {
                ascii = false;
            } else if (c < ' ') {
                throw malformed();
            }
        }
        at++;
    }

    private void escape() {
        if (SHORT_ESCAPES.indexOf(next()) >= 0) {
            at++;
            return;
        }
        expect(CONTROL);
        int high = next() - '0';
        at++;
        int low = "0123456789abcdef".indexOf(next());
        at++;
        int control = (high << 4) + low;
        if (high < 0 || high > 1 || low < 0 || SHORT_ESCAPES_MEAN.indexOf(control) >= 0) {
            throw malformed();
        }
    }

    private byte next() {
        if (at >= text.length) {
            throw malformed();
        }
        return text[at];
    }

    private void expect(char c) {
        if (next() != c) {
            throw malformed();
        }
        at++;
    }

    private void expect(byte[] expected) {
        int end = at + expected.length;
        if (end > text.length || !Arrays.equals(text, at, end, expected, 0, expected.length)) {
            throw malformed();
        }
        at = end;
    }

    private boolean holds(EventMember member, String value) {
        Part part = parts.get(member);
        int start = part.start + 1;
        if (part.end - 1 - start != value.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (text[start + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text of a member, or null. */
    private String string(EventMember member) {
        Part part = parts.get(member);
        return string(part.start, part.end);
    }

    private String string(int start, int end) {
        if (text[start] == 'n') {
            return null;
        }
        String inside = new String(text, start + 1, end - start - 2, StandardCharsets.UTF_8);
        return inside.indexOf('\\') < 0 ? inside : unescaped(inside);
    }

    private static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = escaped.charAt(++i);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(escaped, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(SHORT_ESCAPES_MEAN.charAt(SHORT_ESCAPES.indexOf(kind)));
            }
        }
        return text.toString();
    }

    private static Failure malformed() {
        return new Failure(Failure.Kind.DAMAGED, "the text of an audit event is not in canonical form");
    }
}
