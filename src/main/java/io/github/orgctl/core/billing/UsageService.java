package io.github.orgctl.core.billing;

import io.github.orgctl.core.billing.UsageShare.Counted;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.billing.UsageSum;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations on usage. Records are immutable and belong to the organization that owned the project at the time. */
public final class UsageService {
    /** Maximum number of series listed individually in an audit event. */
    private static final int MAX_LISTED_SERIES = 20;

    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;
    private final UnitOfWork work;
    private final UsageEnvironments environments;

    public UsageService(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
        this.work = work;
        this.environments = new UsageEnvironments(tx, resolver, access);
    }

    private UsageRecorder recorder(Action action) {
        return new UsageRecorder(work, environments, action);
    }

    /**
     * Records usage of an environment.
     *
     * @param at null for now, or for the end of the corrected month
     * @param key idempotency key, or null
     * @param corrects closed month that the record corrects, billed in the current month; null for usage billed in its
     *     own month
     * @return the record; unchanged if the same record already exists under the key
     * @throws Failure CONFLICT if the key was used for a different record; RULE if the time is in the future, before
     *     the project was created, after it was deleted, or in a closed month other than the corrected one, or if the
     *     corrected month is open or had another currency
     */
    public Change<UsageRecord> record(
            EnvironmentReference reference,
            Metric metric,
            Quantity quantity,
            Instant at,
            UsageKey key,
            Period corrects) {
        Id environment = environments.recorded(reference, Action.BILLING_USAGE_RECORD);
        UsageRecorder recorder = recorder(Action.BILLING_USAGE_RECORD);
        Target target = recorder.add(0, new NewUsage(environment, metric, quantity, at, key, corrects));
        if (recorder.finish().isEmpty()) {
            return Change.none(recorded(tx.usage().find(environment, key)));
        }
        UsageRecord record = recorded(tx.usage().last());
        trail.record(
                Action.BILLING_USAGE_RECORD,
                target,
                new FieldChange.Collector()
                        .add("metric", null, record.metric())
                        .add("quantity", null, record.quantity())
                        .add("at", null, Timestamps.text(record.at()))
                        .add("key", null, record.key())
                        .add("corrects", null, corrects)
                        .changes());
        return Change.made(record);
    }

    /** A record that is there, unless the rows that it belongs to are not. */
    private static UsageRecord recorded(Optional<UsageRecord> found) {
        return found.orElseThrow(() -> new Failure(
                Failure.Kind.DAMAGED,
                "the store holds a usage record that belongs to no environment",
                Advice.CHECK_STORE.of()));
    }

    /**
     * Records all usage of a source atomically. Records whose key already exists are skipped.
     *
     * @throws Failure listing the first errors with their line numbers; USAGE, NOT_FOUND, FORBIDDEN, CONFLICT or RULE,
     *     as the first of them
     */
    public UsageImport importAll(UsageSource source) {
        UsageRecorder recorder = recorder(Action.BILLING_USAGE_IMPORT);
        UsageProblems problems = new UsageProblems();
        recorder.collect(problems);
        String sha256 = source.read(new UsageSource.Reader() {
            @Override
            public void usage(long line, NewUsage usage) {
                try {
                    recorder.add(line, usage);
                } catch (Failure failure) {
                    problems.add(line, failure);
                }
            }

            @Override
            public void malformed(long line, Failure failure) {
                problems.add(line, failure);
            }
        });
        Map<Organization, List<Counted>> added = recorder.finish();
        long records = 0;
        for (Map.Entry<Organization, List<Counted>> each : added.entrySet()) {
            long own = 0;
            for (Counted counted : each.getValue()) {
                own += counted.sum().count();
            }
            records += own;
            trail.record(
                    Action.BILLING_USAGE_IMPORT,
                    Target.of(each.getKey(), "usage"),
                    changes(own, each.getValue(), sha256));
        }
        return new UsageImport(records, recorder.repeated(), added.size());
    }

    /** Changes to record in the audit event: the added series individually, unless there are too many. */
    private static List<FieldChange> changes(long records, List<Counted> added, String sha256) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(FieldChange.added("records", records));
        changes.add(FieldChange.added("sha256", sha256));
        if (added.size() > MAX_LISTED_SERIES) {
            changes.add(FieldChange.added("series", added.size()));
            return changes;
        }
        for (Counted counted : added) {
            String name =
                    counted.share().target().name() + " " + counted.series().metric();
            changes.add(FieldChange.added(
                    counted.billed() == null ? name : name + ", corrections",
                    Decimals.text(counted.sum().value()) + " in "
                            + Count.of(counted.sum().count(), "record")));
        }
        return changes;
    }

    /**
     * The usage records of an organization.
     *
     * @param environment null for all; trashed or purged ones by ID
     * @param metric null for all
     * @param period null for all
     */
    public Listing<UsageRecord> list(EnvironmentReference environment, Metric metric, Period period, Page<Long> page) {
        UsageEnvironments.Part part = environment == null
                ? new UsageEnvironments.Part(resolver.organization(null, Action.BILLING_USAGE_LIST), null)
                : environments.part(environment, Action.BILLING_USAGE_LIST);
        Organization organization = part.organization();
        UsageRecord after = page.after() == null
                ? null
                : tx.usage()
                        .find(page.after())
                        .filter(record -> record.organization().equals(organization.slug()))
                        .orElseThrow(() -> new Failure(
                                Failure.Kind.NOT_FOUND,
                                "no usage record of " + organization.slug() + " has the number " + page.after()));
        return tx.usage()
                .list(
                        organization.id(),
                        part.environment(),
                        metric,
                        period,
                        new Page<>(page.limit(), after, page.sort()));
    }

    /**
     * Usage in a month, by organization, environment and metric.
     *
     * @param all all organizations whose billing may be read, instead of the current one
     * @param period null for the current month
     */
    public Listing<UsageSum> summary(boolean all, Period period) {
        AccessScope scope = resolver.listed(all, Action.BILLING_USAGE_SUMMARY);
        return tx.usage()
                .sums(
                        all ? access.scope(Action.BILLING_USAGE_SUMMARY) : scope,
                        period == null ? Period.of(now) : period);
    }
}
