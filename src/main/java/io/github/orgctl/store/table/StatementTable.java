package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.given;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;

import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.StatementRepository;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The tables {@code statement} and {@code statement_line}. */
final class StatementTable extends RowReader<Statement> implements StatementRepository {
    private enum Field implements Column<Statement> {
        ORGANIZATION_ID(primary("s.organization_id")),
        MONTH(primary("s.month")),
        ORGANIZATION(fixed("s.organization")),
        LEGAL_NAME(fixed("s.legal_name")),
        ADDRESS(fixed("s.address")),
        TAX_ID(fixed("s.tax_id")),
        EMAIL(fixed("s.email")),
        PAYMENT_DAYS(fixed("s.payment_days")),
        CURRENCY(fixed("s.currency")),
        DISCOUNT(fixed("s.discount")),
        ISSUER_NAME(fixed("s.issuer_name")),
        ISSUER_ADDRESS(fixed("s.issuer_address")),
        ISSUER_TAX_ID(fixed("s.issuer_tax_id")),
        ISSUER_EMAIL(fixed("s.issuer_email")),
        TRIAL_END(fixed("s.trial_end")),
        CLOSED_AT(fixed("s.closed_at"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Statement statement) {
            return switch (this) {
                case ORGANIZATION_ID -> statement.organizationId().value();
                case MONTH -> statement.period().number();
                case ORGANIZATION -> statement.organization().value();
                case LEGAL_NAME -> statement.legalName().value();
                case ADDRESS -> statement.address().value();
                case TAX_ID -> statement.taxId().value();
                case EMAIL -> statement.email() == null ? "" : statement.email().value();
                case PAYMENT_DAYS -> statement.paymentDays();
                case CURRENCY -> statement.currency().getCode();
                case DISCOUNT -> statement.discount().toString();
                case ISSUER_NAME -> statement.issuer().name().value();
                case ISSUER_ADDRESS -> statement.issuer().address().value();
                case ISSUER_TAX_ID -> statement.issuer().taxId().value();
                case ISSUER_EMAIL -> IssuerTable.email(statement.issuer());
                case TRIAL_END -> Column.number(statement.trialEnd());
                case CLOSED_AT -> Column.millis(statement.closedAt());
            };
        }
    }

    private enum LineField implements Column<StatementLine> {
        KIND(fixed("kind")),
        PLAN(fixed("plan")),
        METRIC(fixed("metric")),
        DESCRIPTION(fixed("description")),
        QUANTITY(fixed("quantity")),
        UNIT(fixed("unit")),
        UNIT_PRICE(fixed("unit_price")),
        PER(fixed("per")),
        AMOUNT(fixed("amount")),
        ORGANIZATION_ID(given("organization_id")),
        MONTH(given("month")),
        NUMBER(given("number"));

        private final ColumnUse use;

        LineField(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(StatementLine line) {
            return switch (this) {
                case KIND -> line.kind().toString();
                case PLAN -> line.plan();
                case METRIC -> line.metric();
                case DESCRIPTION -> line.description();
                case QUANTITY -> line.quantity().toPlainString();
                case UNIT -> line.unit();
                case UNIT_PRICE -> line.unitPrice().toPlainString();
                case PER -> line.per();
                case AMOUNT -> line.amount().getAmount().toPlainString();
                case ORGANIZATION_ID, MONTH, NUMBER -> null;
            };
        }
    }

    static final Columns<Statement> COLUMNS = Columns.withChecksum("statement", Field.values());
    static final Columns<StatementLine> LINE_COLUMNS = Columns.withChecksum("statement_line", LineField.values());
    private static final String SELECT = COLUMNS.select() + "statement s WHERE ";
    private static final String SELECT_LINES =
            LINE_COLUMNS.select() + "statement_line WHERE organization_id = ? AND month = ? ORDER BY number";

    private final Connection connection;

    StatementTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Statement statement) {
        COLUMNS.insert(connection, statement);
        String organization = statement.organizationId().value();
        long number = 0;
        for (StatementLine line : statement.lines()) {
            LINE_COLUMNS.insert(
                    connection, line, organization, statement.period().number(), ++number);
        }
    }

    @Override
    public boolean isClosed(Id organizationId, Period period) {
        try (Sql row = new Sql(connection, "SELECT 1 FROM statement WHERE organization_id = ? AND month = ?")
                .with(organizationId.value())
                .with(period.number())) {
            return row.next();
        }
    }

    @Override
    public Optional<Statement> find(Id organizationId, Period period) {
        try (Sql row = new Sql(connection, SELECT + "s.organization_id = ? AND s.month = ?")
                .with(organizationId.value())
                .with(period.number())) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    @Override
    public List<Statement> ofPurged(Period period) {
        String purged = "s.month = ? AND NOT EXISTS (SELECT 1 FROM organization o WHERE o.id = s.organization_id)"
                + " ORDER BY s.organization, s.organization_id";
        List<Statement> statements = new ArrayList<>();
        try (Sql row = new Sql(connection, SELECT + purged).with(period.number())) {
            while (row.next()) {
                statements.add(read(row));
            }
        }
        return statements;
    }

    @Override
    public String noun() {
        return "closed statement";
    }

    @Override
    public Statement map(Sql row) {
        Id organization = new Id(row.text(Field.ORGANIZATION_ID));
        Period period = Period.ofNumber(row.number(Field.MONTH));
        CurrencyUnit currency = Currencies.parse(row.text(Field.CURRENCY));
        String email = row.text(Field.EMAIL);
        return new Statement(
                organization,
                new Slug(row.text(Field.ORGANIZATION)),
                period,
                new Line(row.text(Field.LEGAL_NAME)),
                new Description(row.text(Field.ADDRESS)),
                new Line(row.text(Field.TAX_ID)),
                email.isEmpty() ? null : Email.stored(email),
                row.number(Field.PAYMENT_DAYS),
                currency,
                Percentage.parse(row.text(Field.DISCOUNT)),
                IssuerTable.of(
                        row.text(Field.ISSUER_NAME),
                        row.text(Field.ISSUER_ADDRESS),
                        row.text(Field.ISSUER_TAX_ID),
                        row.text(Field.ISSUER_EMAIL)),
                row.day(Field.TRIAL_END),
                row.time(Field.CLOSED_AT),
                lines(organization, period, currency));
    }

    private List<StatementLine> lines(Id organization, Period period, CurrencyUnit currency) {
        List<StatementLine> lines = new ArrayList<>();
        try (Sql row =
                new Sql(connection, SELECT_LINES).with(organization.value()).with(period.number())) {
            while (row.next()) {
                lines.add(line(row, currency));
            }
        }
        return lines;
    }

    private static StatementLine line(Sql row, CurrencyUnit currency) {
        return new StatementLine(
                StatementLine.Kind.parse(row.text(LineField.KIND)),
                row.text(LineField.PLAN),
                row.text(LineField.METRIC),
                row.text(LineField.DESCRIPTION),
                new BigDecimal(row.text(LineField.QUANTITY)),
                row.text(LineField.UNIT),
                new BigDecimal(row.text(LineField.UNIT_PRICE)),
                row.number(LineField.PER),
                Money.of(currency, new BigDecimal(row.text(LineField.AMOUNT))));
    }
}
