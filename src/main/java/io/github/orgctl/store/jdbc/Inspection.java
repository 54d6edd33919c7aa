package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.StoreInspection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at a store of any kind. What only one kind can tell comes from its {@link Dialect}. */
public final class Inspection implements StoreInspection {
    private static final String BY_RECORDS = "SELECT series, SUM(quantity / 1000000), SUM(quantity % 1000000), COUNT(*)"
            + " FROM usage_record GROUP BY series";
    private static final String BY_DAYS =
            "SELECT series, SUM(units), SUM(millionths), SUM(records) FROM usage_day GROUP BY series";

    private final Session session;
    private final Dialect dialect;

    public Inspection(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    @Override
    public StoreInfo info() {
        try {
            return new StoreInfo(
                    dialect.location(),
                    dialect.kind(),
                    session.exists,
                    session.exists ? dialect.engine(session.connection) : "",
                    session.exists ? dialect.version(session.connection) : 0,
                    session.exists ? dialect.bytes(session.connection) : 0,
                    count("organization WHERE deleted_at IS NULL"),
                    count("project WHERE deleted_at IS NULL"),
                    count("environment e JOIN project p ON p.id = e.project_id WHERE p.deleted_at IS NULL"),
                    count("organization WHERE deleted_at IS NOT NULL"),
                    count("project WHERE deleted_at IS NOT NULL"));
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    private long count(String rows) {
        try (Sql query = new Sql(session.connection, "SELECT COUNT(*) FROM " + rows)) {
            query.next();
            return query.number(1);
        }
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        try {
            if (session.exists) {
                dialect.check(session.connection, findings);
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
        findings.add(digests());
        findings.add(none("history", "environment that differs from its history", History.UNLIKE));
        findings.add(none("revisions", "environment with a gap in its history", History.GAPS));
        findings.add(none("times", "time outside the years 0 to 9999", History.TIMES));
        findings.add(names("organization"));
        findings.add(names("project"));
        findings.add(
                none(
                        "environments",
                        "project without exactly one sandbox and one live environment",
                        "SELECT p.id FROM project p WHERE 2 <> (SELECT COUNT(*) FROM environment e WHERE e.project_id = p.id)"));
        findings.add(none(
                "trash",
                "project marked as deleted with its organization, which is not in the trash",
                "SELECT p.id FROM project p JOIN organization o ON o.id = p.organization_id"
                        + " WHERE p.deleted_with_organization = 1 AND o.deleted_at IS NULL"));
        findings.add(none(
                "organizations in the trash",
                "project outside the trash whose organization is in the trash",
                "SELECT p.id FROM project p JOIN organization o ON o.id = p.organization_id"
                        + " WHERE p.deleted_at IS NULL AND o.deleted_at IS NOT NULL"));
        findings.add(none(
                "counts",
                "organization with a wrong count of projects",
                "SELECT o.id FROM organization o WHERE o.projects <> (SELECT COUNT(*) FROM project p"
                        + " WHERE p.organization_id = o.id AND p.deleted_at IS NULL)"));
        findings.add(none(
                "accounts",
                "organization without a billing account on a plan",
                "SELECT o.id FROM organization o WHERE NOT EXISTS (SELECT 1 FROM billing_account b JOIN plan_assignment a"
                        + " ON a.organization_id = b.organization_id WHERE b.organization_id = o.id)"));
        findings.add(none(
                "pauses",
                "organization charged in the trash, or not charged outside it",
                "SELECT o.id FROM organization o WHERE (o.deleted_at IS NOT NULL) <> EXISTS (SELECT 1 FROM billing_pause p"
                        + " WHERE p.organization_id = o.id AND p.to_day IS NULL)"));
        findings.add(none(
                "owners",
                "project assigned to another organization in its ownership history",
                "SELECT p.id FROM project p WHERE p.organization_id <> COALESCE((SELECT w.organization_id"
                        + " FROM project_owner w WHERE w.project_id = p.id ORDER BY w.from_time DESC LIMIT 1), '')"));
        findings.add(none(
                "seats",
                "member whose status differs from the membership history",
                "SELECT m.id FROM member m WHERE (m.status = 'active') <> EXISTS (SELECT 1 FROM member_period t"
                        + " WHERE t.organization_id = m.organization_id AND t.mailbox = m.mailbox AND t.ended_at IS NULL)"
                        + " UNION SELECT t.mailbox FROM member_period t WHERE t.ended_at IS NULL AND NOT EXISTS (SELECT 1"
                        + " FROM member m WHERE m.organization_id = t.organization_id AND m.mailbox = t.mailbox)"));
        findings.add(none(
                "usage",
                "series whose daily sums differ from its records",
                "SELECT series FROM (" + BY_RECORDS + " EXCEPT " + BY_DAYS + ") a UNION SELECT series FROM (" + BY_DAYS
                        + " EXCEPT " + BY_RECORDS + ") b"));
        return findings;
    }

    @Override
    public long backup(BackupFile file) {
        if (!session.exists) {
            throw new Failure(Failure.Kind.NOT_FOUND, "there is no store at " + dialect.location());
        }
        try {
            return dialect.backup(session.connection, file);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    private Finding digests() {
        List<String> unlike = new ArrayList<>();
        new StateReader(session.connection).all(state -> {
            if (!state.isAsRecorded()) {
                unlike.add(state.reference());
            }
        });
        return finding(
                "digests",
                "environment that differs from the digest of its last revision",
                unlike.size(),
                unlike.isEmpty() ? null : unlike.get(0));
    }

    /** That a query finds nothing; its first column is an id. */
    private Finding none(String check, String what, String text) {
        long found = 0;
        String first = null;
        try (Sql query = new Sql(session.connection, text)) {
            for (; query.next(); found++) {
                first = first == null ? query.text(1) : first;
            }
        }
        return finding(check, what, found, first);
    }

    /** That names and slugs are such as this program writes. */
    private Finding names(String table) {
        long found = 0;
        String first = null;
        try (Sql query = new Sql(session.connection, "SELECT id, slug, name FROM " + table)) {
            while (query.next()) {
                if (!Slug.isSlug(query.text(2)) || !isName(query.text(3))) {
                    found++;
                    first = first == null ? query.text(1) : first;
                }
            }
        }
        return finding(table + " names", table + " with an invalid name or slug", found, first);
    }

    private static boolean isName(String text) {
        try {
            return new Name(text).value().equals(text);
        } catch (Failure invalid) {
            return false;
        }
    }

    private static Finding finding(String check, String what, long found, String first) {
        return found == 0
                ? new Finding(check, true, "no " + what)
                : new Finding(check, false, found + " " + what + ", the first is " + first);
    }
}
