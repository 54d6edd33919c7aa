package io.github.orgctl.store.table;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Pause;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.BillingAccountRepository;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code billing_account}, {@code plan_assignment} and {@code billing_pause}. */
final class AccountTable extends RowReader<BillingAccount> implements BillingAccountRepository {
    private final Connection connection;

    AccountTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(BillingAccount account) {
        Sql insert = new Sql(
                connection,
                "INSERT INTO billing_account (email, legal_name, address, tax_id, trial_end, payment_days, discount,"
                        + " revision, updated_at, organization_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        bind(insert, account).run();
        insertDays(account);
    }

    @Override
    public void update(BillingAccount account) {
        Sql update = new Sql(
                connection,
                "UPDATE billing_account SET email = ?, legal_name = ?, address = ?, tax_id = ?, trial_end = ?,"
                        + " payment_days = ?, discount = ?, revision = ?, updated_at = ? WHERE organization_id = ?");
        bind(update, account).run();
        for (String table : new String[] {"plan_assignment", "billing_pause"}) {
            new Sql(connection, "DELETE FROM " + table + " WHERE organization_id = ?")
                    .with(account.organizationId().value())
                    .run();
        }
        insertDays(account);
    }

    private static Sql bind(Sql change, BillingAccount account) {
        return change.with(account.email() == null ? "" : account.email().value())
                .with(account.legalName().value())
                .with(account.address().value())
                .with(account.taxId().value())
                .with(account.trialEnd())
                .with(account.paymentDays())
                .with(account.discount().toString())
                .with(account.revision())
                .with(account.updatedAt())
                .with(account.organizationId().value());
    }

    private void insertDays(BillingAccount account) {
        String organization = account.organizationId().value();
        for (PricePlanAssignment assignment : account.assignments()) {
            new Sql(
                            connection,
                            "INSERT INTO plan_assignment (organization_id, from_day, plan, currency) VALUES (?, ?, ?, ?)")
                    .with(organization)
                    .with(assignment.from())
                    .with(assignment.plan().value())
                    .with(assignment.currency().getCode())
                    .run();
        }
        for (Pause pause : account.pauses()) {
            new Sql(connection, "INSERT INTO billing_pause (organization_id, from_day, to_day) VALUES (?, ?, ?)")
                    .with(organization)
                    .with(pause.from())
                    .with(pause.to())
                    .run();
        }
    }

    @Override
    public Optional<BillingAccount> find(Id organizationId) {
        try (Sql row = new Sql(
                        connection,
                        "SELECT a.organization_id, o.slug, a.email, a.legal_name, a.address, a.tax_id, a.trial_end,"
                                + " a.payment_days, a.discount, a.revision, a.updated_at FROM billing_account a"
                                + " JOIN organization o ON o.id = a.organization_id WHERE a.organization_id = ?")
                .with(organizationId.value())) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    @Override
    public String noun() {
        return "billing account";
    }

    @Override
    public BillingAccount map(Sql row) {
        Id organization = new Id(row.text(1));
        String email = row.text(3);
        return new BillingAccount(
                organization,
                new Slug(row.text(2)),
                email.isEmpty() ? null : Email.stored(email),
                new Line(row.text(4)),
                new Description(row.text(5)),
                new Line(row.text(6)),
                row.day(7),
                row.number(8),
                Percentage.parse(row.text(9)),
                assignments(organization),
                pauses(organization),
                row.number(10),
                row.time(11));
    }

    private List<PricePlanAssignment> assignments(Id organizationId) {
        List<PricePlanAssignment> assignments = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT from_day, plan, currency FROM plan_assignment WHERE organization_id = ?"
                                + " ORDER BY from_day")
                .with(organizationId.value())) {
            while (row.next()) {
                assignments.add(
                        new PricePlanAssignment(row.day(1), new Slug(row.text(2)), Currencies.parse(row.text(3))));
            }
        }
        return assignments;
    }

    private List<Pause> pauses(Id organizationId) {
        List<Pause> pauses = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT from_day, to_day FROM billing_pause WHERE organization_id = ? ORDER BY from_day")
                .with(organizationId.value())) {
            while (row.next()) {
                pauses.add(new Pause(row.day(1), row.day(2)));
            }
        }
        return pauses;
    }

    @Override
    public List<Id> onPlan(Slug plan, LocalDate day) {
        List<Id> organizations = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT DISTINCT a.organization_id FROM plan_assignment a WHERE a.plan = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM plan_assignment b"
                                + " WHERE b.organization_id = a.organization_id AND b.from_day > a.from_day"
                                + " AND b.from_day <= ?) AND NOT EXISTS (SELECT 1 FROM organization o"
                                + " WHERE o.id = a.organization_id AND o.deleted_at IS NOT NULL) ORDER BY a.organization_id")
                .with(plan.value())
                .with(day)) {
            while (row.next()) {
                organizations.add(new Id(row.text(1)));
            }
        }
        return organizations;
    }
}
