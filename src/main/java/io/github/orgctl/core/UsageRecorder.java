package io.github.orgctl.core;

import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.FieldChange;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Organization;
import io.github.orgctl.core.model.Period;
import io.github.orgctl.core.model.Quantity;
import io.github.orgctl.core.model.Target;
import io.github.orgctl.core.model.Timestamps;
import io.github.orgctl.core.model.UsageEnvironment;
import io.github.orgctl.core.model.UsageKey;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageEntry;
import io.github.orgctl.core.port.UsageIntake;
import io.github.orgctl.core.port.UsageSeries;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds records of usage, one or millions, under the rules for them. What many records share, such as their environment,
 * is looked up once.
 */
final class UsageRecorder {
    /** What an organization has of an environment: the same for all its records. */
    private static final class Share {
        private final Organization organization;
        private final Map<Metric, UsageSeries> series = new HashMap<>();
        private final Map<Metric, UsageSeries> corrections = new HashMap<>();
        private final Set<Period> open = new HashSet<>();
        private final Set<Period> correctable = new HashSet<>();
        private long openFrom;
        private long openTo;
        private long records;

        Share(Organization organization) {
            this.organization = organization;
        }
    }

    private record Place(UsageEnvironment environment, Map<Id, Share> shares) {}

    private final Tx tx;
    private final Access access;
    private final Action action;
    private final long now;
    private final Period present;
    private final UsageIntake intake;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Metric> metrics = new HashMap<>();
    private final Map<UsageSeries, Share> owners = new HashMap<>();
    private long repeated;
    private UsageProblems problems;

    UsageRecorder(Tx tx, Access access, Action action, Instant now) {
        this.tx = tx;
        this.access = access;
        this.action = action;
        this.now = now.toEpochMilli();
        this.present = Period.of(now);
        this.intake = tx.usage().intake(this::repeat);
    }

    /** Says where problems of single records go; without it, the first is thrown. */
    void collect(UsageProblems collected) {
        problems = collected;
    }

    /**
     * @param environmentId as text
     * @param at null for now, or for the end of the month that is corrected
     * @param key null for none
     * @param corrects the closed month that the time is in, which it corrects in the present month; null where its own
     *     month takes it
     * @throws Failure USAGE for malformed values; NOT_FOUND for an environment that is not there or not seen; FORBIDDEN
     *     when the acting identity may not do it; RULE when the time is to come, before the project, or in a closed
     *     month that is not the one to correct, or that month is not closed or in another currency than the present one
     */
    void add(long line, String environmentId, String metric, String quantity, String at, String key, String corrects) {
        Place place = place(environmentId);
        Metric counted = metrics.computeIfAbsent(metric, Metric::new);
        Quantity amount = Quantity.parse(quantity);
        Period corrected = corrects == null ? null : Period.parse(corrects);
        long time = time(at, corrected);
        String checkedKey = key == null ? null : new UsageKey(key).value();
        Share share = share(place, time);
        if (corrected == null) {
            refuseClosed(share, time);
        } else {
            refuseOpen(share, corrected);
        }
        Map<Metric, UsageSeries> known = corrected == null ? share.series : share.corrections;
        UsageSeries series = known.get(counted);
        if (series == null) {
            Period billed = corrected == null ? null : present;
            series = tx.usage().series(place.environment(), share.organization.id(), counted, billed);
            known.put(counted, series);
            owners.put(series, share);
        }
        share.records++;
        intake.add(new UsageEntry(line, series, time, amount, checkedKey));
    }

    /** When it was used. */
    private long time(String at, Period corrected) {
        if (corrected == null) {
            return at == null ? now : Timestamps.parse(at);
        }
        if (corrected.compareTo(present) >= 0) {
            throw new Failure(
                    Failure.Kind.RULE,
                    corrected + " is not over, so there is nothing to correct in it",
                    "leave out what it corrects: the month takes the record itself");
        }
        if (at == null) {
            return corrected.endsAt().toEpochMilli() - 1;
        }
        long time = Timestamps.parse(at);
        if (!Period.of(Instant.ofEpochMilli(time)).equals(corrected)) {
            throw Failure.usage(
                    at + " is not in " + corrected + ", which it is to correct",
                    "give a time within that month, or none");
        }
        return time;
    }

    private Place place(String environmentId) {
        Place known = places.get(environmentId);
        if (known != null) {
            return known;
        }
        UsageEnvironment environment = tx.usage()
                .environment(Id.parse(environmentId))
                .filter(this::isSeen)
                .orElseThrow(() -> unknown(environmentId));
        Place place = new Place(environment, new HashMap<>());
        places.put(environmentId, place);
        return place;
    }

    /** Whether the acting identity sees the organization that owns the project, or one that did. */
    private boolean isSeen(UsageEnvironment environment) {
        for (UsageEnvironment.Ownership ownership : environment.owners()) {
            if (isSeen(environment, ownership.organizationId())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeen(UsageEnvironment environment, Id owner) {
        return access.sees(owner) && access.seesProject(environment.projectId());
    }

    private static Failure unknown(String environmentId) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "no environment has the id " + environmentId,
                "list them with: orgctl env list --all-orgs");
    }

    /** What the organization has of it that owned the project then. */
    private Share share(Place place, long time) {
        if (time > now) {
            throw new Failure(Failure.Kind.RULE, Timestamps.text(Instant.ofEpochMilli(time)) + " is yet to come");
        }
        Instant at = Instant.ofEpochMilli(time);
        Id owner = place.environment().ownerAt(at);
        if (owner == null && !isSeen(place.environment(), place.environment().owner())) {
            throw unknown(place.environment().id().value());
        }
        if (owner == null) {
            throw new Failure(
                    Failure.Kind.RULE,
                    place.environment().reference() + " was not there at " + Timestamps.text(at),
                    "its project is there since "
                            + Timestamps.text(
                                    place.environment().owners().get(0).from()));
        }
        Share share = place.shares().get(owner);
        if (share == null) {
            share = new Share(permitted(place.environment(), owner));
            place.shares().put(owner, share);
        }
        return share;
    }

    private Organization permitted(UsageEnvironment environment, Id owner) {
        Organization organization = tx.organizations()
                .find(owner)
                .filter(found -> isSeen(environment, owner))
                .orElseThrow(() -> unknown(environment.id().value()));
        access.require(
                action,
                new Target(
                        owner,
                        organization.slug(),
                        environment.projectId(),
                        environment.mode(),
                        environment.reference()));
        return organization;
    }

    /** Neighbours are mostly of one month. */
    private void refuseClosed(Share share, long time) {
        if (time >= share.openFrom && time < share.openTo) {
            return;
        }
        Period period = Period.of(Instant.ofEpochMilli(time));
        if (!share.open.contains(period) && tx.statements().isClosed(share.organization.id(), period)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    period + " is closed for the organization " + share.organization.slug(),
                    "bill it in " + present + " with: --corrects " + period + ", or a column corrects in a file");
        }
        share.open.add(period);
        share.openFrom = period.beginsAt().toEpochMilli();
        share.openTo = period.endsAt().toEpochMilli();
    }

    /** Only what is closed is corrected elsewhere. */
    private void refuseOpen(Share share, Period corrected) {
        if (share.correctable.contains(corrected)) {
            return;
        }
        if (!tx.statements().isClosed(share.organization.id(), corrected)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    corrected + " is not closed for the organization " + share.organization.slug(),
                    "leave out what it corrects and say when it was used: the month takes the record itself");
        }
        new MonthCurrency(tx, new Plans(tx))
                .refuseCorrection(Accounts.of(tx, share.organization.id()), corrected, present);
        share.correctable.add(corrected);
    }

    /** A key that is there already: the same record again, or another under its key. */
    private void repeat(UsageEntry entry, Metric metric, Quantity quantity) {
        owners.get(entry.series()).records--;
        repeated++;
        if (quantity.equals(entry.quantity()) && metric.equals(entry.series().metric())) {
            return;
        }
        Failure failure = new Failure(
                Failure.Kind.CONFLICT,
                "the key " + entry.key() + " stands for " + quantity + " " + metric + " already, not "
                        + entry.quantity() + " " + entry.series().metric(),
                "what is recorded does not change: use another key for something else");
        if (problems == null) {
            throw failure;
        }
        problems.add(entry.line(), failure);
    }

    /** Adds what is still held back, and writes an event for each organization that got records. */
    UsageImport finish(AuditTrail trail) {
        long added = intake.finish();
        if (problems != null) {
            problems.refuse();
        }
        Map<Organization, Long> counts = new TreeMap<>(Comparator.comparing(Organization::id));
        for (Share share : new HashSet<>(owners.values())) {
            if (share.records > 0) {
                counts.merge(share.organization, share.records, Long::sum);
            }
        }
        counts.forEach((organization, records) ->
                trail.record(action, Target.of(organization, "usage"), List.of(FieldChange.added("records", records))));
        return new UsageImport(added, repeated, counts.size());
    }
}
