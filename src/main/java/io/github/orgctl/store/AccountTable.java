package io.github.orgctl.store;

import io.github.orgctl.core.model.BillingAccount;
import io.github.orgctl.core.model.Days;
import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Line;
import io.github.orgctl.core.model.Organization;
import io.github.orgctl.core.model.Percentage;
import io.github.orgctl.core.model.PlanAssignment;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.port.BillingAccountRepository;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The tables {@code billing_account} and {@code plan_assignment}. */
final class AccountTable implements BillingAccountRepository {
    private static final String ASSIGN =
            "INSERT INTO plan_assignment (organization_id, from_day, plan, currency) VALUES (?, ?, ?, ?)";

    private final Connection connection;

    AccountTable(Connection connection) {
        this.connection = connection;
    }

    /** Opens the account of a new organization: on the plan free, from its first day. */
    void open(Organization organization) {
        new Sql(
                        connection,
                        "INSERT INTO billing_account (organization_id, email, legal_name, address, tax_id, payment_days,"
                                + " discount, revision, updated_at) VALUES (?, '', '', '', '', 30, '0', 1, ?)")
                .with(organization.id().value())
                .with(organization.createdAt())
                .run();
        new Sql(connection, ASSIGN)
                .with(organization.id().value())
                .with(Days.number(organization.createdAt().toEpochMilli()))
                .with("free")
                .with("USD")
                .run();
    }

    @Override
    public Optional<BillingAccount> find(Id organizationId) {
        try (Sql row = new Sql(
                        connection,
                        "SELECT o.slug, a.email, a.legal_name, a.address, a.tax_id, a.trial_end, a.payment_days,"
                                + " a.discount, a.revision, a.updated_at FROM billing_account a"
                                + " JOIN organization o ON o.id = a.organization_id WHERE a.organization_id = ?")
                .with(organizationId.value())) {
            if (!row.next()) {
                return Optional.empty();
            }
            String email = row.text(2);
            return Optional.of(new BillingAccount(
                    organizationId,
                    new Slug(row.text(1)),
                    email.isEmpty() ? null : new Email(email),
                    new Line(row.text(3)),
                    new Description(row.text(4)),
                    new Line(row.text(5)),
                    row.day(6),
                    row.number(7),
                    Percentage.parse(row.text(8)),
                    assignments(organizationId),
                    row.number(9),
                    row.time(10)));
        }
    }

    private List<PlanAssignment> assignments(Id organizationId) {
        List<PlanAssignment> assignments = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT from_day, plan, currency FROM plan_assignment WHERE organization_id = ?"
                                + " ORDER BY from_day")
                .with(organizationId.value())) {
            while (row.next()) {
                String plan = row.text(2);
                assignments.add(new PlanAssignment(
                        row.day(1), plan == null ? null : new Slug(plan), CurrencyUnit.of(row.text(3))));
            }
        }
        return assignments;
    }

    @Override
    public void update(BillingAccount account) {
        String organization = account.organizationId().value();
        new Sql(
                        connection,
                        "UPDATE billing_account SET email = ?, legal_name = ?, address = ?, tax_id = ?, trial_end = ?,"
                                + " payment_days = ?, discount = ?, revision = ?, updated_at = ?"
                                + " WHERE organization_id = ?")
                .with(account.email() == null ? "" : account.email().value())
                .with(account.legalName().value())
                .with(account.address().value())
                .with(account.taxId().value())
                .with(account.trialEnd())
                .with(account.paymentDays())
                .with(account.discount().toString())
                .with(account.revision())
                .with(account.updatedAt())
                .with(organization)
                .run();
        new Sql(connection, "DELETE FROM plan_assignment WHERE organization_id = ?")
                .with(organization)
                .run();
        for (PlanAssignment assignment : account.assignments()) {
            new Sql(connection, ASSIGN)
                    .with(organization)
                    .with(assignment.from())
                    .with(assignment.plan() == null ? null : assignment.plan().value())
                    .with(assignment.currency().getCode())
                    .run();
        }
    }

    @Override
    public void pause(Id organizationId, LocalDate from) {
        new Sql(connection, "DELETE FROM plan_assignment WHERE organization_id = ? AND from_day >= ?")
                .with(organizationId.value())
                .with(from)
                .run();
        new Sql(
                        connection,
                        "INSERT INTO plan_assignment (organization_id, from_day, plan, currency)"
                                + " SELECT organization_id, CAST(? AS BIGINT), NULL, currency FROM plan_assignment"
                                + " WHERE organization_id = ? ORDER BY from_day DESC LIMIT 1")
                .with(from)
                .with(organizationId.value())
                .run();
    }

    @Override
    public void resume(Id organizationId, LocalDate from) {
        new Sql(connection, "DELETE FROM plan_assignment WHERE organization_id = ? AND from_day >= ?")
                .with(organizationId.value())
                .with(from.plusDays(1))
                .run();
        new Sql(
                        connection,
                        "INSERT INTO plan_assignment (organization_id, from_day, plan, currency)"
                                + " SELECT organization_id, CAST(? AS BIGINT), plan, currency FROM plan_assignment"
                                + " WHERE organization_id = ? AND plan IS NOT NULL ORDER BY from_day DESC LIMIT 1"
                                + " ON CONFLICT (organization_id, from_day) DO UPDATE SET plan = excluded.plan,"
                                + " currency = excluded.currency")
                .with(from)
                .with(organizationId.value())
                .run();
    }

    @Override
    public List<Id> onPlan(Slug plan, LocalDate day) {
        List<Id> organizations = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT DISTINCT a.organization_id FROM plan_assignment a WHERE a.plan = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM plan_assignment b"
                                + " WHERE b.organization_id = a.organization_id AND b.from_day > a.from_day"
                                + " AND b.from_day <= ?) ORDER BY a.organization_id")
                .with(plan.value())
                .with(day)) {
            while (row.next()) {
                organizations.add(new Id(row.text(1)));
            }
        }
        return organizations;
    }
}
