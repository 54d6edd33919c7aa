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
 * Parses the canonical text of an audit event; any text that {@link CanonicalEvent} would write differently is
 * rejected. It works on bytes and decodes only requested members, because verification reads whole chains. An instance
 * can be reused for several texts.
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
         * @param before character in front of the member's name
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
     * Parses a text. The other methods then return its content.
     *
     * @param canonical UTF-8
     * @return this
     * @throws Failure DAMAGED if it is not an event in canonical form
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

    /** Whether the event names an organization by id. */
    public boolean isOf(Id organizationId) {
        return holds(EventMember.ORGANIZATION_ID, organizationId.value());
    }

    /** Whether the event's previous hash equals a hash. */
    public boolean follows(String hash) {
        return holds(EventMember.PREVIOUS, hash);
    }

    public long sequence() {
        return sequence;
    }

    /** Whether the event names the organization by this slug. */
    public boolean isCalled(String slug) {
        return holds(EventMember.ORGANIZATION, slug);
    }

    /** The organization's slug at that time, or null for the store. */
    public String organization() {
        return string(EventMember.ORGANIZATION);
    }

    /**
     * Decodes the whole event.
     *
     * @throws Failure DAMAGED if a member is invalid, such as a malformed time
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
            throw new Failure(Failure.Kind.DAMAGED, "an audit event is invalid: " + invalid.getMessage(), invalid);
        }
    }

    /**
     * The reason why {@link #event} would fail, or null. Faster than decoding the whole event, because verification
     * reads whole chains.
     */
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

    /** Whether the members equal those of the last valid text, which is the common case. */
    private boolean isSound(EventMember first, EventMember last, byte[] sound) {
        return scanner.isSame(parts.get(first).start, parts.get(last).end, sound);
    }

    private byte[] bytes(EventMember first, EventMember last) {
        return scanner.copy(parts.get(first).start, parts.get(last).end);
    }

    /**
     * @throws Failure DAMAGED or USAGE if it is not a valid time
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
     * @param to receives the changes, or null to skip them
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

    /** The string value of a member, or null. */
    private String string(EventMember member) {
        Part part = parts.get(member);
        return scanner.string(part.start, part.end);
    }
}
