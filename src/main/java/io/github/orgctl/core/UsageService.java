package io.github.orgctl.core;

import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Organization;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.model.Period;
import io.github.orgctl.core.model.Quantity;
import io.github.orgctl.core.model.Reach;
import io.github.orgctl.core.model.Timestamps;
import io.github.orgctl.core.model.UsageKey;
import io.github.orgctl.core.model.UsageRecord;
import io.github.orgctl.core.model.UsageSum;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageSource;
import java.time.Instant;
import java.util.Optional;

/** What was used: recorded once, never changed, and charged to the organization that owned the project then. */
public final class UsageService {
    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;

    public UsageService(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
    }

    /**
     * Records usage of an environment.
     *
     * @param at null for now, or for the end of the month that is corrected
     * @param key null for none
     * @param corrects the closed month that it corrects in the present one; null where its own month takes it
     * @return the record; nothing is made where there is the same under that key already
     * @throws Failure CONFLICT when the key stands for something else; RULE when the time is to come, before the project,
     *     or in a month that is closed and not the one to correct, or that month is not closed or in another currency
     */
    public Change<UsageRecord> record(
            EnvironmentReference reference,
            Metric metric,
            Quantity quantity,
            Instant at,
            UsageKey key,
            Period corrects) {
        Environment environment = resolver.writableEnvironment(reference, Action.BILLING_USAGE_RECORD);
        UsageRecorder recorder = new UsageRecorder(tx, access, Action.BILLING_USAGE_RECORD, now);
        recorder.add(
                0,
                environment.id().value(),
                metric.name(),
                quantity.toString(),
                at == null ? null : Timestamps.text(at),
                key == null ? null : key.value(),
                corrects == null ? null : corrects.toString());
        boolean made = recorder.finish(trail).records() > 0;
        Optional<UsageRecord> record = made ? tx.usage().last() : tx.usage().find(environment.id(), key);
        return new Change<>(record.orElseThrow(), made);
    }

    /**
     * Records all usage of a source, or nothing. Records whose keys are there already are left out.
     *
     * @throws Failure what is wrong with the first lines, each with its number: USAGE, NOT_FOUND, FORBIDDEN, CONFLICT or
     *     RULE, as the first of them
     */
    public UsageImport importAll(UsageSource source) {
        UsageRecorder recorder = new UsageRecorder(tx, access, Action.BILLING_USAGE_IMPORT, now);
        UsageProblems problems = new UsageProblems();
        recorder.collect(problems);
        source.forEach(line -> {
            try {
                recorder.add(
                        line.line(),
                        line.environment(),
                        line.metric(),
                        line.quantity(),
                        line.at(),
                        line.key(),
                        line.corrects());
            } catch (Failure failure) {
                problems.add(line.line(), failure);
            }
        });
        return recorder.finish(trail);
    }

    /**
     * An organization's records.
     *
     * @param environment null for all
     * @param metric null for all
     * @param period null for all
     */
    public Listing<UsageRecord> list(EnvironmentReference environment, Metric metric, Period period, Page<Long> page) {
        Id only = null;
        Organization organization;
        if (environment == null) {
            organization = resolver.organization(null, Action.BILLING_USAGE_LIST);
        } else {
            Environment found = resolver.environment(environment, Action.BILLING_USAGE_LIST);
            only = found.id();
            organization = tx.organizations().find(found.organizationId()).orElseThrow();
        }
        UsageRecord after = page.after() == null
                ? null
                : tx.usage()
                        .find(page.after())
                        .filter(record -> record.organization().equals(organization.slug()))
                        .orElseThrow(() -> new Failure(
                                Failure.Kind.NOT_FOUND,
                                "no record of " + organization.slug() + " has the number " + page.after()));
        return tx.usage().list(organization.id(), only, metric, period, new Page<>(page.limit(), after, page.sort()));
    }

    /**
     * What was used in a month, by organization, environment and metric.
     *
     * @param all of all organizations whose billing may be read instead of the current one
     * @param period null for the present month
     */
    public Listing<UsageSum> summary(boolean all, Period period) {
        Reach reach = resolver.listed(all, Action.BILLING_USAGE_SUMMARY);
        return tx.usage()
                .sums(
                        all ? access.reach(Action.BILLING_USAGE_SUMMARY) : reach,
                        period == null ? Period.of(now) : period);
    }
}
