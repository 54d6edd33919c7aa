package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.store.Finding;
import java.util.List;

/** Consistency checks for billing accounts, price plans, usage and statements. */
final class BillingChecks {
    private static final String BY_RECORDS = "SELECT series, SUM(quantity / 1000000), SUM(quantity % 1000000), COUNT(*)"
            + " FROM usage_record GROUP BY series";
    private static final String BY_DAYS =
            "SELECT series, SUM(units), SUM(millionths), SUM(records) FROM usage_day GROUP BY series";

    /** Creates a finding from a query that must return no rows. */
    interface None {
        /**
         * @param text query whose first column is an id
         */
        Finding of(String check, String noun, String wrong, String text);
    }

    private BillingChecks() {}

    static void run(None none, List<Finding> findings) {
        findings.add(none.of(
                "accounts",
                "organization",
                "without a billing account on a plan",
                "SELECT o.id FROM organization o WHERE NOT EXISTS (SELECT 1 FROM billing_account b JOIN plan_assignment a"
                        + " ON a.organization_id = b.organization_id WHERE b.organization_id = o.id)"));
        findings.add(none.of(
                "pauses",
                "organization",
                "charged in the trash, or not charged outside it",
                "SELECT o.id FROM organization o WHERE (o.deleted_at IS NOT NULL) <> EXISTS (SELECT 1 FROM billing_pause p"
                        + " WHERE p.organization_id = o.id AND p.to_day IS NULL)"));
        findings.add(none.of(
                "owners",
                "project",
                "assigned to another organization in the ownership history",
                "SELECT p.id FROM project p WHERE p.organization_id <> COALESCE((SELECT w.organization_id"
                        + " FROM project_owner w WHERE w.project_id = p.id ORDER BY w.from_time DESC LIMIT 1), '')"));
        findings.add(none.of(
                "seats",
                "member",
                "whose status differs from the membership history",
                "SELECT m.id FROM member m WHERE (m.status = 'active') <> EXISTS (SELECT 1 FROM member_period t"
                        + " WHERE t.organization_id = m.organization_id AND t.mailbox = m.mailbox AND t.ended_at IS NULL)"
                        + " UNION SELECT t.mailbox FROM member_period t WHERE t.ended_at IS NULL AND NOT EXISTS (SELECT 1"
                        + " FROM member m WHERE m.organization_id = t.organization_id AND m.mailbox = t.mailbox)"));
        findings.add(none.of(
                "usage",
                "series",
                "whose daily sums differ from the records",
                "SELECT series FROM (" + BY_RECORDS + " EXCEPT " + BY_DAYS + ") a UNION SELECT series FROM (" + BY_DAYS
                        + " EXCEPT " + BY_RECORDS + ") b"));
        findings.add(none.of(
                "pause periods",
                "organization",
                "with overlapping pauses",
                "SELECT p.organization_id FROM billing_pause p JOIN billing_pause q ON q.organization_id = p.organization_id"
                        + " AND q.from_day > p.from_day AND (p.to_day IS NULL OR q.from_day < p.to_day)"));
        findings.add(none.of(
                "price plans",
                "price plan",
                "whose versions are not numbered one by one",
                "SELECT p.name FROM plan p LEFT JOIN (SELECT plan, COUNT(*) AS versions, MAX(version) AS last"
                        + " FROM plan_version GROUP BY plan) v ON v.plan = p.name"
                        + " WHERE v.last IS NULL OR v.versions <> v.last"));
        findings.add(none.of(
                "statements",
                "closed statement",
                "whose lines are not numbered one by one",
                "SELECT organization_id FROM statement_line GROUP BY organization_id, month"
                        + " HAVING COUNT(*) <> MAX(number)"));
    }
}
