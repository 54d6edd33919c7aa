package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.StoreInspection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Consistency checks for a store. Checks specific to a database come from its {@link Dialect}. */
public final class Inspection implements StoreInspection {
    /** Environments outside the trash with templates that refer to what is not there, or is in the trash. */
    private static final String DANGLING = "SELECT o.slug || '/' || p.slug || ':' || e.mode || '/' || r.key"
            + " FROM environment_reference r JOIN environment e ON e.id = r.environment_id"
            + " JOIN project p ON p.id = e.project_id JOIN organization o ON o.id = p.organization_id"
            + " WHERE p.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM environment_value v"
            + " JOIN environment te ON te.id = v.environment_id JOIN project tp ON tp.id = te.project_id"
            + " WHERE v.environment_id = r.target_id AND v.key = r.target_key AND tp.deleted_at IS NULL)";

    private final Session session;
    private final Dialect dialect;
    private final DamagedRows damagedRows;

    public Inspection(Session session, Dialect dialect, DamagedRows damagedRows) {
        this.session = session;
        this.dialect = dialect;
        this.damagedRows = damagedRows;
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

    @Override
    public StoreIdentity identity() {
        if (!session.exists) {
            return null;
        }
        try (Sql row = new Sql(session.connection, "SELECT id, epoch FROM store")) {
            if (!row.next()) {
                throw new Failure(Failure.Kind.DAMAGED, "the store " + dialect.location() + " has no id");
            }
            return new StoreIdentity(row.text(1), row.number(2));
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
                dialect.checkIntegrity(session.connection, findings);
                dialect.checkPlace(session.connection, findings);
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
        addContent(findings);
        findings.add(none("references", "template", "referring to nothing", DANGLING));
        return findings;
    }

    @Override
    public List<Finding> checkIntegrity() {
        List<Finding> findings = new ArrayList<>();
        try {
            dialect.checkIntegrity(session.connection, findings);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
        return findings;
    }

    @Override
    public List<Finding> checkContent() {
        List<Finding> findings = checkIntegrity();
        addContent(findings);
        return findings;
    }

    private void addContent(List<Finding> findings) {
        findings.add(checksums());
        findings.add(digests());
        findings.add(none("history", "environment", "whose values differ from the history", History.UNLIKE));
        findings.add(none("revisions", "environment", "with a gap in the history", History.GAPS));
        findings.add(none("times", "time", "outside the years 0 to 9999", History.TIMES));
        findings.add(names("organization"));
        findings.add(names("project"));
        findings.add(
                none(
                        "environments",
                        "project",
                        "without exactly one sandbox and one live environment",
                        "SELECT p.id FROM project p WHERE 2 <> (SELECT COUNT(*) FROM environment e WHERE e.project_id = p.id)"));
        findings.add(none(
                "trash",
                "project",
                "marked as deleted with an organization that is not in the trash",
                "SELECT p.id FROM project p JOIN organization o ON o.id = p.organization_id"
                        + " WHERE p.deleted_with_organization = 1 AND o.deleted_at IS NULL"));
        findings.add(none(
                "organizations in the trash",
                "project",
                "outside the trash whose organization is in the trash",
                "SELECT p.id FROM project p JOIN organization o ON o.id = p.organization_id"
                        + " WHERE p.deleted_at IS NULL AND o.deleted_at IS NOT NULL"));
        findings.add(none(
                "counts",
                "organization",
                "with a wrong count of projects",
                "SELECT o.id FROM organization o WHERE o.projects <> (SELECT COUNT(*) FROM project p"
                        + " WHERE p.organization_id = o.id AND p.deleted_at IS NULL)"));
        BillingChecks.run(this::none, findings);
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

    private Finding checksums() {
        List<String> damaged = damagedRows.in(session.connection);
        return finding(
                "checksums",
                "row",
                "whose values differ from the checksum",
                damaged.size(),
                damaged.isEmpty() ? null : damaged.get(0));
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
                "environment",
                "whose values differ from the digest of the last revision",
                unlike.size(),
                unlike.isEmpty() ? null : unlike.get(0));
    }

    /** Checks that a query returns no rows; its first column is an id. */
    Finding none(String check, String noun, String wrong, String text) {
        long found = 0;
        String first = null;
        try (Sql query = new Sql(session.connection, text)) {
            for (; query.next(); found++) {
                first = first == null ? query.text(1) : first;
            }
        }
        return finding(check, noun, wrong, found, first);
    }

    /** Checks that names and slugs are valid. */
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
        return finding(table + " names", table, "with an invalid name or slug", found, first);
    }

    private static boolean isName(String text) {
        try {
            return new Name(text).value().equals(text);
        } catch (Failure invalid) {
            return false;
        }
    }

    /**
     * @param wrong what is wrong with them, in words that suit one of them and many
     */
    private static Finding finding(String check, String noun, String wrong, long found, String first) {
        return found == 0
                ? new Finding(check, true, "no " + noun + " " + wrong)
                : new Finding(check, false, Count.of(found, noun) + " " + wrong + ", the first is " + first);
    }
}
