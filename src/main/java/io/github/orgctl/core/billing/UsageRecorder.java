package io.github.orgctl.core.billing;

import io.github.orgctl.core.billing.UsageShare.Counted;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.billing.UsageEnvironment.Ownership;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageEntry;
import io.github.orgctl.core.port.UsageIntake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds usage records and checks their rules. Look-ups shared by many records, such as the environment, are cached. */
final class UsageRecorder implements UsageIntake.NotAdded {
    private record Place(UsageEnvironment environment, String name, Map<Id, UsageShare> shares) {}

    private final Tx tx;
    private final Resolver resolver;
    private final UsageEnvironments environments;
    private final Access access;
    private final Action action;
    private final Instant now;
    private final Period present;
    private final UsageIntake intake;
    private final Map<Id, Place> places = new HashMap<>();
    private final Map<EnvironmentReference, Place> named = new HashMap<>();
    private final Map<Long, Counted> series = new HashMap<>();
    private long repeated;
    private UsageProblems problems;

    UsageRecorder(UnitOfWork work, UsageEnvironments environments, Action action) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.environments = environments;
        this.action = action;
        this.now = work.now();
        this.present = Period.of(work.now());
        this.intake = tx.usage().intake(this);
    }

    /** Collects errors of single records; otherwise the first one is thrown. */
    void collect(UsageProblems collected) {
        problems = collected;
    }

    /**
     * @param line line number in the import; 0 if there is none
     * @return the target that the usage belongs to
     * @throws Failure USAGE if the usage belongs to another organization than the command names, or to another month
     *     than it corrects; NOT_FOUND if the environment does not exist or is not visible; FORBIDDEN if the action is
     *     not allowed; RULE if the time is in the future, before the project was created, after it was deleted, or in a
     *     closed month, unless the record already exists or corrects that month; RULE also if the month to correct is
     *     open or had another currency than the current one
     */
    Target add(long line, NewUsage usage) {
        Place place = place(usage.environment());
        Period corrected = usage.corrects();
        Instant time = corrected == null ? time(usage.at(), place.environment()) : time(usage.at(), corrected);
        UsageShare share = share(place, time);
        boolean late = corrected == null && share.isClosed(time);
        if (late && usage.key() == null) {
            throw share.closed(time, present);
        }
        if (corrected != null) {
            share.refuseOpen(corrected, present);
        }
        Counted counted = share.of(usage.metric(), corrected == null ? null : present);
        if (counted.sum().count() == 0) {
            series.put(counted.series().number(), counted);
        }
        counted.sum().add(usage.quantity());
        intake.add(new UsageEntry(line, counted.series(), time, usage.quantity(), usage.key(), late));
        return share.target();
    }

    /** Time of the usage. */
    private Instant time(Instant at, UsageEnvironment environment) {
        if (at == null) {
            return environment.present(now);
        }
        if (at.isAfter(now)) {
            throw new Failure(Failure.Kind.RULE, Timestamps.text(at) + " is in the future");
        }
        return at;
    }

    /** Time of the usage within the month that it corrects. */
    private Instant time(Instant at, Period corrected) {
        if (corrected.compareTo(present) >= 0) {
            throw new Failure(
                    Failure.Kind.RULE,
                    corrected + " is not over and can't be corrected yet",
                    "leave out the month to correct: the usage is recorded in that month itself");
        }
        if (at == null) {
            return corrected.endsAt().minusMillis(1);
        }
        if (!Period.of(at).equals(corrected)) {
            throw Failure.usage(
                    Timestamps.text(at) + " is not in " + corrected + ", the month to correct",
                    "use a time in that month, or none");
        }
        return at;
    }

    private Place place(EnvironmentReference reference) {
        Place known = named.get(reference);
        if (known == null) {
            boolean isPlainId = reference instanceof EnvironmentReference.ById && reference.mode() == null;
            known = place(
                    isPlainId
                            ? ((EnvironmentReference.ById) reference).id()
                            : environments.recorded(reference, action));
            named.put(reference, known);
        }
        return known;
    }

    private Place place(Id id) {
        Place known = places.get(id);
        if (known == null) {
            UsageEnvironment environment = environments.find(id).orElseThrow(() -> UsageEnvironments.unknown(id));
            known = new Place(environment, environments.name(environment), new HashMap<>());
            places.put(id, known);
        }
        return known;
    }

    /** The share of the organization that owned the project at the time. */
    private UsageShare share(Place place, Instant at) {
        UsageEnvironment environment = place.environment();
        Ownership owner = environment.ownerAt(at);
        if (owner == null) {
            throw new Failure(
                    Failure.Kind.RULE,
                    place.name() + " did not exist at " + Timestamps.text(at),
                    "its usage is recorded from "
                            + Timestamps.text(environment.owners().get(0).from()));
        }
        UsageShare share = place.shares().get(owner.organizationId());
        if (share == null) {
            share = permitted(environment, owner);
            place.shares().put(owner.organizationId(), share);
        }
        if (environment.deletedAt() != null && at.isAfter(environment.deletedAt())) {
            throw new Failure(
                    Failure.Kind.RULE,
                    place.name() + " has been in the trash since " + Timestamps.text(environment.deletedAt())
                            + " and accepts only earlier usage",
                    Advice.RESTORE_PROJECT.of(environment.projectId()));
        }
        return share;
    }

    private UsageShare permitted(UsageEnvironment environment, Ownership owner) {
        if (owner.reference() == null) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the organization that owned the environment " + environment.id()
                            + " at that time has been purged");
        }
        Organization organization = tx.organizations()
                .find(owner.organizationId())
                .filter(found -> access.sees(found.id()))
                .orElseThrow(() -> UsageEnvironments.unknown(environment.id()));
        resolver.refuseOtherThanGiven(organization.id(), environment.id().value());
        Target target = UsageEnvironments.target(organization, environment, owner);
        access.require(action, target);
        return new UsageShare(tx, environment, organization, target);
    }

    @Override
    public void repeated(UsageEntry entry, Metric metric, Quantity quantity) {
        takeBack(entry);
        repeated++;
        if (!quantity.equals(entry.quantity()) || !metric.equals(entry.series().metric())) {
            refuse(
                    entry,
                    new Failure(
                            Failure.Kind.CONFLICT,
                            "the idempotency key " + entry.key() + " was already used for " + quantity + " " + metric
                                    + ", not " + entry.quantity() + " "
                                    + entry.series().metric(),
                            "recorded usage can't be changed: use another key for other usage"));
        }
    }

    @Override
    public void late(UsageEntry entry) {
        refuse(entry, takeBack(entry).share().closed(entry.at(), present));
    }

    private Counted takeBack(UsageEntry entry) {
        Counted counted = series.get(entry.series().number());
        counted.sum().takeBack(entry.quantity());
        return counted;
    }

    private void refuse(UsageEntry entry, Failure failure) {
        if (problems == null) {
            throw failure;
        }
        problems.add(entry.line(), failure);
    }

    /** Number of records skipped so far because their key already existed. */
    long repeated() {
        return repeated;
    }

    /**
     * Flushes buffered records.
     *
     * @return what was added for each organization
     */
    Map<Organization, List<Counted>> finish() {
        intake.finish();
        if (problems != null) {
            problems.refuse();
        }
        Map<Organization, List<Counted>> added = new TreeMap<>(Comparator.comparing(Organization::id));
        for (Place place : places.values()) {
            for (UsageShare share : place.shares().values()) {
                share.addTo(added.computeIfAbsent(share.organization(), organization -> new ArrayList<>()));
            }
        }
        added.values().removeIf(List::isEmpty);
        return added;
    }
}
