package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the members of organizations are kept, and when they were active. Those of organizations in the trash are found
 * like the others.
 */
public interface MemberRepository {
    void insert(Member member);

    /** Writes role, status and the time of the change, for the member with that id. */
    void update(Member member);

    /** Removes the member, whose tokens are all revoked. */
    void remove(Id id);

    /** When somebody was an active member last, or still is. */
    Optional<MemberPeriod> lastPeriod(Id organizationId, Email email);

    /** Begins a period in which somebody is an active member. */
    void beginPeriod(Id organizationId, Email email, Instant at);

    /** Ends the period that lasts. */
    void endPeriod(Id organizationId, Email email, Instant at);

    Optional<Member> find(Id id);

    Optional<Member> find(Id organizationId, Email email);

    /** What one person is a member of, whatever the status, by the organizations' slugs. */
    List<Member> memberships(Email email);

    /** Owners of the organization who are active, up to that many. */
    List<Member> activeOwners(Id organizationId, int limit);

    /** When whom was an active member, as far as it touches that time; by mailbox, then by time. */
    List<MemberPeriod> periods(Id organizationId, Instant from, Instant to);

    /** The organization's members by mailbox, or in the page's order. */
    Listing<Member> list(Id organizationId, Page<Member> page);
}
