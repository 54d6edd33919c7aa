package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Operations on monthly statements. */
public final class StatementService {
    private static final int MONTHS_SHOWN = 12;

    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;

    public StatementService(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
    }

    /**
     * Statements for a month, computed lazily.
     *
     * @param all all organizations whose billing the acting identity may read, instead of the current one; includes the
     *     trash and, for the local operator, closed statements of purged organizations
     * @param period null for the current month
     * @throws Failure RULE if the month is in the future
     */
    public Listing<Statement> list(boolean all, Period period) {
        Period month = begun(period);
        Statements statements = new Statements(tx, now);
        if (!all) {
            Statement one = statements.of(
                    resolver.organization(null, Action.BILLING_STATEMENT).id(), month);
            return action -> {
                action.accept(one);
                return false;
            };
        }
        AccessScope scope = resolver.listed(true, Action.BILLING_STATEMENT);
        return action -> {
            forEach(
                    scope,
                    month,
                    statements,
                    Action.BILLING_STATEMENT,
                    organization -> action.accept(statements.of(organization.id(), month)));
            if (access.isOperator()) {
                tx.statements().ofPurged(month).forEach(action);
            }
            return false;
        };
    }

    /**
     * Passes the organizations that existed in the month and on which the action is allowed, by slug; those in the
     * trash come last.
     *
     * @return number of organizations skipped because the action is not allowed
     */
    private int forEach(
            AccessScope scope, Period month, Statements statements, Action action, Consumer<Organization> consumer) {
        int leftOut = 0;
        for (boolean deleted : new boolean[] {false, true}) {
            List<Organization> organizations = new ArrayList<>();
            tx.organizations()
                    .list(scope, new Page<>(null, null, null), deleted)
                    .forEach(organizations::add);
            for (Organization organization : organizations) {
                if (!statements.knows(organization.id(), month)) {
                    continue;
                }
                if (access.permits(action, Target.of(organization))) {
                    consumer.accept(organization);
                } else {
                    leftOut++;
                }
            }
        }
        return leftOut;
    }

    /**
     * Closes a month: its statements become final and accept no more usage. Statements that are already closed stay
     * unchanged.
     *
     * @param all all organizations whose billing the acting identity may change, including the trash, instead of the
     *     current one
     * @param period null for the current month
     * @throws Failure RULE if the month is not over or the organization did not exist; FORBIDDEN if there are
     *     organizations but the action is allowed on none
     */
    public Closing close(boolean all, Period period) {
        Period month = begun(period);
        if (now.isBefore(month.endsAt())) {
            throw new Failure(
                    Failure.Kind.RULE,
                    month + " is not over and can't be closed before " + month.end(),
                    Advice.CLOSE_EARLIER_MONTH.of(month.plusMonths(-1)));
        }
        Statements statements = new Statements(tx, now);
        List<Statement> closed = new ArrayList<>();
        List<Statement> made = new ArrayList<>();
        Consumer<Organization> close = organization -> {
            Statement statement = statements.of(organization.id(), month);
            if (!statement.isClosed()) {
                statement = statement.closed(now);
                tx.statements().insert(statement);
                record(organization, statement);
                made.add(statement);
            }
            closed.add(statement);
        };
        if (!all) {
            Organization organization = resolver.organization(null, Action.BILLING_CLOSE);
            statements.refuseBefore(organization, month);
            close.accept(organization);
            return new Closing(closed, made.size(), 0);
        }
        AccessScope scope = resolver.listed(true, Action.BILLING_CLOSE);
        int leftOut = forEach(scope, month, statements, Action.BILLING_CLOSE, close);
        if (closed.isEmpty() && leftOut > 0) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    access.name() + " is not allowed to perform '" + Action.BILLING_CLOSE + "' in any of the " + leftOut
                            + " organizations that existed in " + month,
                    Advice.EXPLAIN_ACTION.of(Action.BILLING_CLOSE));
        }
        return new Closing(closed, made.size(), leftOut);
    }

    private void record(Organization organization, Statement statement) {
        trail.record(
                Action.BILLING_CLOSE,
                Target.of(organization, "statement " + statement.period()),
                List.of(FieldChange.added("total", statement.total())));
    }

    /**
     * The statements of the twelve months up to a month, oldest first.
     *
     * @param reference null for the current organization
     * @param period null for the current month
     */
    public List<Statement> year(OrganizationReference reference, Period period) {
        Organization organization = resolver.organization(reference, Action.BILLING_STATEMENT);
        return year(organization.id(), begun(period));
    }

    /**
     * The statements of the twelve months up to a given statement; only that statement if its organization was purged.
     */
    public List<Statement> yearUpTo(Statement statement) {
        boolean gone = tx.organizations().find(statement.organizationId()).isEmpty();
        return gone ? List.of(statement) : year(statement.organizationId(), statement.period());
    }

    private List<Statement> year(Id organization, Period last) {
        Statements statements = new Statements(tx, now);
        List<Statement> year = new ArrayList<>();
        for (int back = MONTHS_SHOWN - 1; back >= 0; back--) {
            year.add(statements.of(organization, last.plusMonths(-back)));
        }
        return year;
    }

    private Period begun(Period period) {
        Period present = Period.of(now);
        if (period != null && period.compareTo(present) > 0) {
            throw new Failure(Failure.Kind.RULE, period + " has not begun", "the current month is " + present);
        }
        return period == null ? present : period;
    }
}
