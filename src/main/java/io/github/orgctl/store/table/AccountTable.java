package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

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
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code billing_account}, {@code plan_assignment} and {@code billing_pause}. */
final class AccountTable extends RowReader<BillingAccount> implements BillingAccountRepository {
    private enum Field implements Column<BillingAccount> {
        ORGANIZATION_ID(primary("a.organization_id")),
        ORGANIZATION(selected("o.slug")),
        EMAIL(edited("a.email")),
        LEGAL_NAME(edited("a.legal_name")),
        ADDRESS(edited("a.address")),
        TAX_ID(edited("a.tax_id")),
        TRIAL_END(edited("a.trial_end")),
        PAYMENT_DAYS(edited("a.payment_days")),
        DISCOUNT(edited("a.discount")),
        REVISION(edited("a.revision").changesApart()),
        UPDATED_AT(edited("a.updated_at"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(BillingAccount account) {
            return switch (this) {
                case ORGANIZATION_ID -> account.organizationId().value();
                case ORGANIZATION -> account.organization().value();
                case EMAIL -> account.email() == null ? "" : account.email().value();
                case LEGAL_NAME -> account.legalName().value();
                case ADDRESS -> account.address().value();
                case TAX_ID -> account.taxId().value();
                case TRIAL_END -> Column.number(account.trialEnd());
                case PAYMENT_DAYS -> account.paymentDays();
                case DISCOUNT -> account.discount().toString();
                case REVISION -> account.revision();
                case UPDATED_AT -> Column.millis(account.updatedAt());
            };
        }
    }

    static final Columns<BillingAccount> COLUMNS = Columns.withChecksum("billing_account", Field.values());
    private static final String SELECT = COLUMNS.select()
            + "billing_account a JOIN organization o ON o.id = a.organization_id WHERE a.organization_id = ?";

    private final Connection connection;

    AccountTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(BillingAccount account) {
        COLUMNS.insert(connection, account);
        insertDays(account);
    }

    @Override
    public void update(BillingAccount account) {
        COLUMNS.update(connection, account);
        for (String table : new String[] {"plan_assignment", "billing_pause"}) {
            new Sql(connection, "DELETE FROM " + table + " WHERE organization_id = ?")
                    .with(account.organizationId().value())
                    .run();
        }
        insertDays(account);
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
        try (Sql row = new Sql(connection, SELECT).with(organizationId.value())) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    @Override
    public String noun() {
        return "billing account";
    }

    @Override
    public BillingAccount map(Sql row) {
        Id organization = new Id(row.text(Field.ORGANIZATION_ID));
        String email = row.text(Field.EMAIL);
        return new BillingAccount(
                organization,
                new Slug(row.text(Field.ORGANIZATION)),
                email.isEmpty() ? null : Email.stored(email),
                new Line(row.text(Field.LEGAL_NAME)),
                new Description(row.text(Field.ADDRESS)),
                new Line(row.text(Field.TAX_ID)),
                row.day(Field.TRIAL_END),
                row.number(Field.PAYMENT_DAYS),
                Percentage.parse(row.text(Field.DISCOUNT)),
                assignments(organization),
                pauses(organization),
                row.number(Field.REVISION),
                row.time(Field.UPDATED_AT));
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
