package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the members of organizations with documents. */
final class MemberPlanner {
    private final Planning planning;
    private final PlanNotes notes;
    private final List<PlannedWork.OfMember> members = new ArrayList<>();

    MemberPlanner(Planning planning) {
        this.planning = planning;
        this.notes = planning.notes();
    }

    /** The planned changes, in document order. */
    List<PlannedWork.OfMember> members() {
        return members;
    }

    /**
     * @param organization the existing organization, or null if it is to be created
     */
    void plan(OrganizationDocument document, Organization organization) {
        Map<String, Member> present = new TreeMap<>();
        if (organization != null) {
            notes.require(Action.MEMBER_LIST, Target.of(organization));
            planning.tx()
                    .members()
                    .list(organization.id(), new Page<>(null, null, null))
                    .forEach(member -> present.put(member.email().mailbox(), member));
        }
        Target target = organization == null ? null : Target.of(organization);
        for (MemberDocument wanted : document.members()) {
            Member before = present.remove(wanted.email().mailbox());
            if (before == null || before.role() != wanted.role()) {
                plan(document, before, wanted, target);
            }
        }
        for (Member extra : present.values()) {
            plan(document, extra, null, target);
        }
    }

    /**
     * @param wanted null if the document doesn't mention the member
     * @param target null if the organization is to be created
     */
    private void plan(OrganizationDocument document, Member before, MemberDocument wanted, Target target) {
        String mailbox =
                wanted == null ? before.email().mailbox() : wanted.email().mailbox();
        String address = document.slug() + " " + mailbox;
        Operation operation = wanted == null
                ? planning.deletes() ? Operation.DELETE : Operation.KEEP
                : before == null ? Operation.CREATE : Operation.UPDATE;
        ChangeGate[] gates = wanted != null
                ? new ChangeGate[] {ChangeGate.ROLE_CHANGES}
                : new ChangeGate[] {ChangeGate.ROLE_CHANGES, ChangeGate.DELETE};
        notes.add(
                operation,
                Resource.MEMBER,
                document.slug().value(),
                mailbox,
                before == null ? null : PlanNotes.json(before.role()),
                wanted == null ? null : PlanNotes.json(wanted.role()),
                gates);
        if (operation == Operation.KEEP) {
            return;
        }
        members.add(new PlannedWork.OfMember(document, before, wanted));
        notes.dependOn(
                address,
                before == null
                        ? Precondition.ABSENT
                        : before.id() + " " + before.role() + " " + before.status() + " " + before.updatedAt());
        if (target != null) {
            Action action = operation == Operation.CREATE
                    ? Action.MEMBER_INVITE
                    : operation == Operation.DELETE ? Action.MEMBER_REMOVE : Action.MEMBER_ROLE;
            Target of = before == null ? target : Target.of(before);
            notes.require(action, target);
            if (before != null) {
                notes.requireRank(before.role(), action, of);
            }
            if (wanted != null) {
                notes.requireRank(wanted.role(), action, of);
            }
        }
    }
}
