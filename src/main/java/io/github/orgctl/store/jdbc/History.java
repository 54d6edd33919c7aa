package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.store.StoreIdentity;

/** Queries for what does not follow from the history of environments. */
final class History {
    /**
     * Environments of which a change does not begin with what the change before it left, or the last one did not leave
     * what is there now: each value stands twice, so that none can change by itself.
     */
    static final String UNLIKE = "SELECT environment_id FROM (SELECT environment_id, value_before,"
            + " LAG(value_after) OVER (PARTITION BY environment_id, key ORDER BY number) AS earlier"
            + " FROM environment_change) c WHERE value_before IS DISTINCT FROM earlier"
            + " UNION SELECT c.environment_id FROM (SELECT environment_id, key, value_after,"
            + " ROW_NUMBER() OVER (PARTITION BY environment_id, key ORDER BY number DESC) AS place"
            + " FROM environment_change) c LEFT JOIN environment_value v"
            + " ON v.environment_id = c.environment_id AND v.key = c.key"
            + " WHERE c.place = 1 AND c.value_after IS DISTINCT FROM CASE v.kind WHEN 'value' THEN v.value"
            + " WHEN 'secret' THEN CASE v.template WHEN 1 THEN '" + SecretMark.TEMPLATE
            + "' || v.digest ELSE v.digest END ELSE v.kind || ':' || v.value END"
            + " UNION SELECT v.environment_id FROM environment_value v WHERE NOT EXISTS (SELECT 1"
            + " FROM environment_change c WHERE c.environment_id = v.environment_id AND c.key = v.key)";

    /** Where a revision is within its epoch, from 1. */
    private static final String PLACE = " % " + StoreIdentity.REVISIONS;

    /**
     * Environments whose revisions are not counted one by one, a restore aside, or are not in the order of time as far as
     * they have digests: those from before took the clock as it was.
     */
    static final String GAPS = "SELECT e.id FROM environment e LEFT JOIN (SELECT environment_id, MAX(number) AS last,"
            + " MAX(number" + PLACE + ") AS highest, COUNT(DISTINCT number" + PLACE + ") AS revisions"
            + " FROM environment_revision GROUP BY environment_id) r ON r.environment_id = e.id"
            + " WHERE e.revision < COALESCE(r.last, 1) OR e.revision" + PLACE + " <> COALESCE(r.highest, 1)"
            + " OR COALESCE(r.highest, 1) <> COALESCE(r.revisions, 0) + 1"
            + " OR e.revision / " + StoreIdentity.REVISIONS + " > (SELECT MAX(epoch) FROM store)"
            + " UNION SELECT r.environment_id FROM environment_revision r JOIN environment_revision s"
            + " ON s.environment_id = r.environment_id AND s.number = r.number - 1"
            + " WHERE r.digest IS NOT NULL AND s.digest IS NOT NULL AND r.at <= s.at";

    private static final String REACH = " NOT BETWEEN -62167219200000 AND 253402300799999";

    /** Organizations, projects and environments with a time in no year from 0 to 9999. */
    static final String TIMES = "SELECT id FROM organization WHERE created_at" + REACH + " OR updated_at" + REACH
            + " OR deleted_at" + REACH + " UNION SELECT id FROM project WHERE created_at" + REACH + " OR updated_at"
            + REACH + " OR deleted_at" + REACH + " UNION SELECT id FROM environment WHERE created_at" + REACH
            + " OR updated_at" + REACH + " UNION SELECT project_id FROM project_owner WHERE from_time" + REACH
            + " UNION SELECT environment_id FROM environment_revision WHERE at" + REACH;

    private History() {}
}
