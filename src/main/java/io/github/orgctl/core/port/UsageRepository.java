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

/** Where usage is kept, for good: it outlives the project it was of. */
public interface UsageRepository {
    /** The environment with this id, its project in the trash or not. */
    Optional<UsageEnvironment> environment(Id id);

    /**
     * The series of an environment's metric for an organization, which is made if there is none.
     *
     * @param billed the month in which it is billed as a correction of closed ones; null for usage billed in its own
     */
    UsageSeries series(UsageEnvironment environment, Id organizationId, Metric metric, Period billed);

    /**
     * Takes in records, many at a time.
     *
     * @param notAdded is told of each record that is not added
     */
    UsageIntake intake(UsageIntake.NotAdded notAdded);

    /** Whether an organization has usage of an environment, which may be gone for good. */
    boolean isRecorded(Id organizationId, Id environmentId);

    /** Keeps under which name an organization's usage of a project is shown, unless that is kept already. */
    void keepName(Id projectId, Id organizationId, Slug name);

    /** Changes the name under which an organization's usage of a project is shown, where one is kept. */
    void changeName(Id projectId, Id organizationId, Slug name);

    /** The record of an environment that has this key. */
    Optional<UsageRecord> find(Id environmentId, UsageKey key);

    Optional<UsageRecord> find(long number);

    /** The record that was added last. */
    Optional<UsageRecord> last();

    /**
     * Records in the order of recording, or in the page's order.
     *
     * @param environmentId the only environment, or null for all
     * @param metric the only metric, or null for all
     * @param period the month they are of, or null for all
     */
    Listing<UsageRecord> list(
            Id organizationId, Id environmentId, Metric metric, Period period, Page<UsageRecord> page);

    /**
     * The metrics that a plan has a price for, and those in which usage of these organizations was recorded, by name. For
     * completion.
     */
    List<Metric> metrics(AccessScope scope);

    /** What organizations used in a month, by organization, environment and metric. */
    Listing<UsageSum> sums(AccessScope scope, Period period);

    /**
     * What an organization used in a month, by metric, mode and day.
     *
     * @param billedBy what corrects the month in later ones than this is left out
     */
    List<UsageDay> days(Id organizationId, Period month, Period billedBy);

    /** The closed months that an organization's corrections billed in a month are of, the first month first. */
    List<Period> corrected(Id organizationId, Period billed);
}
