package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores members of organizations and their periods of active membership. Includes organizations in the trash. */
public interface MemberRepository {
    void insert(Member member);

    /** Updates role, status and update time by id. */
    void update(Member member);

    /** Removes a member whose tokens are all revoked. */
    void remove(Id id);

    /** The latest period in which a person was an active member; it may still last. */
    Optional<MemberPeriod> lastPeriod(Id organizationId, Email email);

    /** Begins a period of active membership. */
    void beginPeriod(Id organizationId, Email email, Instant at);

    /** Ends the current period of active membership. */
    void endPeriod(Id organizationId, Email email, Instant at);

    Optional<Member> find(Id id);

    Optional<Member> find(Id organizationId, Email email);

    /** All memberships of a person, whatever their status, by organization slug. */
    List<Member> memberships(Email email);

    /** Active owners of the organization, up to the limit. */
    List<Member> activeOwners(Id organizationId, int limit);

    /** Periods of active membership that overlap a time range, by mailbox and time. */
    List<MemberPeriod> periods(Id organizationId, Instant from, Instant to);

    /** Lists members by mailbox, or in the page's order. */
    Listing<Member> list(Id organizationId, Page<Member> page);
}
