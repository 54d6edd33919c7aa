package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * Stores members together with their periods of active membership, for which seats are charged. Every change of a
 * member goes through here.
 */
public final class Members {
    private final Tx tx;

    public Members(Tx tx) {
        this.tx = tx;
    }

    /** Inserts a new member. */
    public void insert(Member member) {
        tx.members().insert(member);
        if (member.isActive()) {
            begin(member, member.createdAt());
        }
    }

    /** Updates a member. An active member occupies a seat from the time of the change; others occupy none. */
    public void update(Member member) {
        tx.members().update(member);
        if (member.isActive()) {
            begin(member, member.updatedAt());
        } else {
            end(member, member.updatedAt());
        }
    }

    /** Removes a member whose tokens are all revoked. */
    public void remove(Member member, Instant at) {
        end(member, at);
        tx.members().remove(member.id());
    }

    private void begin(Member member, Instant at) {
        MemberPeriod last = last(member);
        if (last == null || last.endedAt() != null) {
            Instant from = Timeline.next(last == null ? null : last.endedAt(), at);
            tx.members().beginPeriod(member.organizationId(), member.email(), from);
        }
    }

    private void end(Member member, Instant at) {
        MemberPeriod last = last(member);
        if (last != null && last.endedAt() == null) {
            tx.members().endPeriod(member.organizationId(), member.email(), Timeline.next(last.beganAt(), at));
        }
    }

    private MemberPeriod last(Member member) {
        return tx.members().lastPeriod(member.organizationId(), member.email()).orElse(null);
    }
}
