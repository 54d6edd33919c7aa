package io.github.orgctl.core.reference;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Referrer;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses changes that would break the references of templates. */
public final class BrokenReferences {
    private static final int TOLD = 10;

    private final Tx tx;
    private final Access access;

    public BrokenReferences(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
    }

    /**
     * The reason not to remove keys from an environment.
     *
     * @param removed keys that lose their value or secret
     * @param changed keys that change; their previous references are ignored
     * @return a REFUSED failure that lists the referrers, or null if there are none
     */
    public Failure of(Environment environment, Set<Key> removed, Set<Key> changed) {
        List<Referrer> referrers = referrers(environment, removed, changed);
        return refusal(
                "refer to " + Key.some(new ArrayList<>(targets(referrers))) + " of " + environment.reference(),
                referrers);
    }

    /** The removed keys that templates refer to. */
    public Set<Key> targets(Environment environment, Set<Key> removed, Set<Key> changed) {
        return targets(referrers(environment, removed, changed));
    }

    private static Set<Key> targets(List<Referrer> referrers) {
        Set<Key> targets = new TreeSet<>();
        referrers.forEach(referrer -> targets.add(referrer.target().key()));
        return targets;
    }

    private List<Referrer> referrers(Environment environment, Set<Key> removed, Set<Key> changed) {
        List<Referrer> referrers = new ArrayList<>();
        for (Referrer referrer : tx.references().toEnvironment(environment.id())) {
            boolean changes = referrer.place().environmentId().equals(environment.id())
                    && changed.contains(referrer.place().key());
            if (removed.contains(referrer.target().key()) && !changes) {
                referrers.add(referrer);
            }
        }
        return referrers;
    }

    /** Whether other projects refer to values of this one. */
    public boolean isReferredTo(Project project) {
        return !tx.references().toProject(project.id()).isEmpty();
    }

    /**
     * @throws Failure REFUSED if other projects refer to values of this one
     */
    public void refuse(Project project) {
        refuse(refusal(
                "refer to the project " + project.organization() + "/" + project.slug(),
                tx.references().toProject(project.id())));
    }

    /**
     * @throws Failure REFUSED if other organizations refer to values of this one
     */
    public void refuse(Organization organization) {
        refuse(refusal(
                "refer to the organization " + organization.slug(),
                tx.references().toOrganization(organization.id())));
    }

    /**
     * @throws Failure REFUSED if templates would refer to another organization after a move
     */
    public void refuseMove(Project project, Organization target) {
        refuse(refusal("would refer to another organization after the move", separated(project, target, Set.of())));
    }

    /**
     * The templates that would refer to another organization after a move.
     *
     * @param target organization that the project moves to, or null if it does not exist yet
     * @param along projects that will belong to that organization as well
     */
    public List<Referrer> separated(Project project, Organization target, Set<Id> along) {
        List<Referrer> separated = new ArrayList<>();
        for (Referrer referrer : tx.references().toProject(project.id())) {
            boolean there = target != null && target.id().equals(referrer.organizationId());
            if (!there && !along.contains(referrer.projectId())) {
                separated.add(referrer);
            }
        }
        for (Referrer referrer : tx.references().fromProject(project.id())) {
            Environment place =
                    tx.environments().find(referrer.target().environmentId()).orElseThrow();
            if (!along.contains(place.projectId())) {
                separated.add(referrer);
            }
        }
        return separated;
    }

    private static void refuse(Failure refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }

    private Failure refusal(String what, List<Referrer> referrers) {
        if (referrers.isEmpty()) {
            return null;
        }
        Set<String> named = new TreeSet<>();
        boolean others = false;
        for (Referrer referrer : referrers) {
            boolean seen = access.sees(referrer.organizationId()) && access.seesProject(referrer.projectId());
            if (seen && named.size() < TOLD) {
                named.add(referrer.reference());
            } else {
                others |= !named.contains(referrer.reference());
            }
        }
        String told = named.isEmpty() ? "templates that you can't view" : String.join(", ", named);
        return new Failure(
                Failure.Kind.REFUSED,
                "templates " + what + ": " + told + (others && !named.isEmpty() ? " and others" : ""),
                Advice.BREAK_REFERENCES.of());
    }
}
