package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.billing.UsageSum;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.util.List;
import java.util.Optional;

/** Stores usage records permanently, even after their project is purged. */
public interface UsageRepository {
    /** Finds an environment by id, including projects in the trash. */
    Optional<UsageEnvironment> environment(Id id);

    /**
     * Returns an organization's series for a metric of an environment; creates it if missing.
     *
     * @param billed month in which it is billed as a correction of closed months; null for usage billed in its own
     *     month
     */
    UsageSeries series(UsageEnvironment environment, Id organizationId, Metric metric, Period billed);

    /**
     * Opens an intake for many records.
     *
     * @param notAdded receives each record that is not inserted
     */
    UsageIntake intake(UsageIntake.NotAdded notAdded);

    /** Whether an organization has usage of an environment, even one that was purged. */
    boolean isRecorded(Id organizationId, Id environmentId);

    /** Sets the name under which an organization's usage of a project is shown, unless one is set. */
    void keepName(Id projectId, Id organizationId, Slug name);

    /** Changes the name under which an organization's usage of a project is shown, if one is set. */
    void changeName(Id projectId, Id organizationId, Slug name);

    /** Finds the record of an environment with a key. */
    Optional<UsageRecord> find(Id environmentId, UsageKey key);

    Optional<UsageRecord> find(long number);

    /** The record that was added last. */
    Optional<UsageRecord> last();

    /**
     * Lists records in insertion order, or in the page's order.
     *
     * @param environmentId a single environment, or null for all
     * @param metric a single metric, or null for all
     * @param period the month of the usage, or null for all
     */
    Listing<UsageRecord> list(
            Id organizationId, Id environmentId, Metric metric, Period period, Page<UsageRecord> page);

    /** Metrics priced by a plan or used by the organizations in scope, by name. Used for completion. */
    List<Metric> metrics(AccessScope scope);

    /** Usage of organizations in a month, by organization, environment and metric. */
    Listing<UsageSum> sums(AccessScope scope, Period period);

    /**
     * Usage of an organization in a month, by metric, mode and day.
     *
     * @param billedBy corrections billed after this month are excluded
     */
    List<UsageDay> days(Id organizationId, Period month, Period billedBy);

    /** Closed months that the corrections billed in a month refer to, in order. */
    List<Period> corrected(Id organizationId, Period billed);
}
