package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final byte[] AFTER = bytes("{\"after\":");
    private static final byte[] BEFORE = bytes(",\"before\":");
    private static final byte[] FIELD = bytes(",\"field\":");

    private final Map<EventMember, Part> parts = new EnumMap<>(EventMember.class);
    private final Part[] inOrder = new Part[MEMBERS.length];
    private final CanonicalScanner scanner = new CanonicalScanner();
    private byte[] soundPlace = {};
    private byte[] soundProject = {};
    private long sequence;

    /** Position of a member's value in the text. */
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
        scanner.begin(canonical);
        for (Part part : inOrder) {
            scanner.expect(part.name);
            part.start = scanner.at();
            switch (part.member) {
                case CHANGES -> changes(null);
                case SEQUENCE -> sequence = scanner.number();
                case ACTION,
                        ACTOR,
                        AT,
                        CORRELATION,
                        MODE,
                        ORGANIZATION,
                        ORGANIZATION_ID,
                        PREVIOUS,
                        PROJECT_ID,
                        TARGET,
                        TOKEN -> scanner.stringOrNull(part.member.isNullable());
            }
            part.end = scanner.at();
        }
        scanner.expect('}');
        scanner.end();
        return this;
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
            throw new Failure(Failure.Kind.DAMAGED, "an audit event says: " + invalid.getMessage(), invalid);
        }
    }

    /** Why {@link #event} would fail, or null: without making all of it, since whole trails are looked at. */
    public String fault() {
        try {
            at();
            correlation();
            if (!isSound(EventMember.MODE, EventMember.ORGANIZATION_ID, soundPlace)
                    || !isSound(EventMember.PROJECT_ID, EventMember.PROJECT_ID, soundProject)) {
                target();
                soundPlace = bytes(EventMember.MODE, EventMember.ORGANIZATION_ID);
                soundProject = bytes(EventMember.PROJECT_ID, EventMember.PROJECT_ID);
            }
            return null;
        } catch (Failure invalid) {
            return invalid.getMessage();
        }
    }

    /** Whether the members say what they said in the last text without a fault, as they mostly do. */
    private boolean isSound(EventMember first, EventMember last, byte[] sound) {
        return scanner.isSame(parts.get(first).start, parts.get(last).end, sound);
    }

    private byte[] bytes(EventMember first, EventMember last) {
        return scanner.copy(parts.get(first).start, parts.get(last).end);
    }

    /**
     * @throws Failure DAMAGED or USAGE when that is no time
     */
    public Instant at() {
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
            throw CanonicalScanner.malformed();
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
        scanner.at(parts.get(EventMember.CHANGES).start);
        changes(all);
        return all;
    }

    /**
     * @param to where to put them, or null only to pass over them
     */
    private void changes(List<FieldChange> to) {
        scanner.expect('[');
        if (scanner.next() == ']') {
            scanner.expect(']');
            return;
        }
        for (boolean more = true; more; ) {
            scanner.expect(AFTER);
            int after = scanner.at();
            scanner.stringOrNull(true);
            scanner.expect(BEFORE);
            int before = scanner.at();
            scanner.stringOrNull(true);
            int beforeEnds = scanner.at();
            scanner.expect(FIELD);
            int field = scanner.at();
            scanner.stringOrNull(false);
            if (to != null) {
                to.add(new FieldChange(
                        scanner.string(field, scanner.at()),
                        scanner.string(before, beforeEnds),
                        scanner.string(after, before - BEFORE.length)));
            }
            scanner.expect('}');
            more = scanner.next() == ',';
            if (more) {
                scanner.expect(',');
            }
        }
        scanner.expect(']');
    }

    private boolean holds(EventMember member, String value) {
        Part part = parts.get(member);
        return scanner.holds(part.start, part.end, value);
    }

    /** The text of a member, or null. */
    private String string(EventMember member) {
        Part part = parts.get(member);
        return scanner.string(part.start, part.end);
    }
}
