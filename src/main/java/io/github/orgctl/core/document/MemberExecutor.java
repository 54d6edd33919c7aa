package io.github.orgctl.core.document;

import io.github.orgctl.core.access.InvitationService;
import io.github.orgctl.core.access.MemberService;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.CredentialSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Applies a plan's changes to members. */
final class MemberExecutor {
    /** Sorts after all other members. */
    private static final int ACTOR = 3;

    private static final Until INVITATION = new Until(null, Duration.ofDays(7));

    private final UnitOfWork work;
    private final CredentialSource credentials;
    private final OrganizationExecutor organizations;
    private final List<AppliedPlan.Invited> invited = new ArrayList<>();

    MemberExecutor(UnitOfWork work, CredentialSource credentials, OrganizationExecutor organizations) {
        this.work = work;
        this.credentials = credentials;
        this.organizations = organizations;
    }

    /** Invited members without a token so far. */
    List<AppliedPlan.Invited> invited() {
        return invited;
    }

    /** Raises roles first, so that a new owner exists before another is removed; the acting person comes last. */
    void write(List<PlannedWork.OfMember> planned) {
        List<PlannedWork.OfMember> ordered = new ArrayList<>(planned);
        ordered.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        ordered.forEach(this::write);
    }

    private int rank(PlannedWork.OfMember each) {
        Member before = each.before();
        if (before != null
                && work.access().person() != null
                && before.email().mailbox().equals(work.access().person().mailbox())) {
            return ACTOR;
        }
        if (each.after() == null) {
            return 2;
        }
        return before != null && before.role().compareTo(each.after().role()) > 0 ? 1 : 0;
    }

    private void write(PlannedWork.OfMember each) {
        UnitOfWork within =
                organizations.within(organizations.id(each.organization().slug()));
        MemberDocument after = each.after();
        Member before = each.before();
        if (after == null) {
            new MemberService(within).remove(before.email(), false);
        } else if (before == null && !isFirstOwner(each)) {
            new InvitationService(within, credentials).invite(List.of(after.email()), after.role(), INVITATION, false);
            invited.add(new AppliedPlan.Invited(each.organization().slug(), after.email()));
        } else {
            new MemberService(within).changeRole(after.email(), after.role());
        }
    }

    /** Whether the member is the acting person, who became the first owner by creating the organization. */
    private boolean isFirstOwner(PlannedWork.OfMember each) {
        return work.tx()
                .members()
                .find(organizations.id(each.organization().slug()), each.after().email())
                .isPresent();
    }
}
