package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.QuantitySum;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.billing.UsageSum;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.UsageIntake;
import io.github.orgctl.core.port.UsageRepository;
import io.github.orgctl.core.port.UsageSeries;
import io.github.orgctl.store.jdbc.Bounds;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tables {@code usage_record} and {@code usage_day}; {@link SeriesTable} has the others. */
final class UsageTable extends RowStream<UsageRecord> implements UsageRepository {
    private static final String REFERENCE = "o.slug || '/' || n.slug || ':' || e.mode";
    private static final String NAMED = " JOIN usage_environment e ON e.number = s.environment"
            + " JOIN organization o ON o.id = s.organization_id JOIN usage_project n"
            + " ON n.project_id = e.project_id AND n.organization_id = s.organization_id";
    private static final String SELECT = new Columns<>("usage_record", Field.values()).select()
            + "usage_record r JOIN usage_series s ON s.number = r.series" + NAMED + " WHERE ";
    private static final String SUM = " SUM(d.units), SUM(d.millionths)";

    private enum Field implements Column<UsageRecord> {
        NUMBER(selected("r.number")),
        ORGANIZATION(selected("o.slug").unsorted()),
        ENVIRONMENT(selected(REFERENCE)),
        ENVIRONMENT_ID(selected("e.id").unsorted()),
        MODE(selected("e.mode")),
        METRIC(selected("s.metric")),
        QUANTITY(selected("r.quantity")),
        AT(selected("r.at")),
        BILLED(selected("s.billed").unsorted()),
        KEY(selected("r.key").unsorted());

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(UsageRecord usage) {
            return switch (this) {
                case NUMBER -> usage.number();
                case ORGANIZATION -> usage.organization().value();
                case ENVIRONMENT -> usage.environment();
                case ENVIRONMENT_ID -> usage.environmentId().value();
                case MODE -> usage.mode().toString();
                case METRIC -> usage.metric().name();
                case QUANTITY -> usage.quantity().millionths();
                case AT -> Column.millis(usage.at());
                case BILLED ->
                    usage.billed() == null
                            ? SeriesTable.OWN_MONTH
                            : usage.billed().number();
                case KEY -> usage.key();
            };
        }
    }

    private final Connection connection;
    private final Dialect dialect;
    private final SeriesTable series;

    UsageTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.series = new SeriesTable(connection);
    }

    @Override
    public Optional<UsageEnvironment> environment(Id id) {
        return series.environment(id);
    }

    @Override
    public UsageSeries series(UsageEnvironment environment, Id organizationId, Metric metric, Period billed) {
        return series.of(environment, organizationId, metric, billed);
    }

    @Override
    public UsageIntake intake(UsageIntake.NotAdded notAdded) {
        return new BatchedIntake(connection, notAdded);
    }

    @Override
    public boolean isRecorded(Id organizationId, Id environmentId) {
        return series.isRecorded(organizationId, environmentId);
    }

    @Override
    public void keepName(Id projectId, Id organizationId, Slug name) {
        series.keepName(projectId, organizationId, name);
    }

    @Override
    public void changeName(Id projectId, Id organizationId, Slug name) {
        series.changeName(projectId, organizationId, name);
    }

    @Override
    public Optional<UsageRecord> find(Id environmentId, UsageKey key) {
        return first(new Sql(connection, SELECT + "e.id = ? AND r.environment = e.number AND r.key = ?")
                .with(environmentId.value())
                .with(key.value()));
    }

    @Override
    public Optional<UsageRecord> find(long number) {
        return first(new Sql(connection, SELECT + "r.number = ?").with(number));
    }

    @Override
    public Optional<UsageRecord> last() {
        return first(new Sql(connection, SELECT + "r.number = (SELECT MAX(number) FROM usage_record)"));
    }

    private Optional<UsageRecord> first(Sql asked) {
        try (Sql query = asked) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public Listing<UsageRecord> list(
            Id organizationId, Id environmentId, Metric metric, Period period, Page<UsageRecord> page) {
        // The inlined values can't contain quotes or other SQL syntax.
        String ofSeries = "s.organization_id = ?"
                + (environmentId == null ? "" : " AND e.id = '" + environmentId + "'")
                + (metric == null ? "" : " AND s.metric = '" + metric + "'");
        String ofRecords = period == null
                ? ""
                : " AND r.at >= " + period.beginsAt().toEpochMilli() + " AND r.at < "
                        + period.endsAt().toEpochMilli();
        String text = page.limit() == null || page.sort() != null
                ? SELECT + ofSeries + ofRecords
                : SELECT + "r.number IN (" + first(ofSeries, ofRecords, page) + ")";
        return new Keyset<>(connection, this, text, organizationId.value(), page, Field.NUMBER);
    }

    /**
     * Query for the numbers of a page's records: the first of the first of each series. It reads the index of series
     * alone, and of it no more than the page is long, however many records there are of this or other organizations.
     */
    private String first(String ofSeries, String ofRecords, Page<UsageRecord> page) {
        // One row more than requested, as in the list itself.
        long limit = page.limit() + 1;
        String ofOne = "SELECT r.number FROM usage_record r WHERE r.series = s.number"
                + (page.after() == null ? "" : " AND r.number > " + page.after().number())
                + ofRecords + " ORDER BY r.number LIMIT " + limit;
        return "SELECT f.number FROM usage_series s JOIN usage_environment e ON e.number = s.environment"
                + " JOIN usage_record f ON f.number " + dialect.among(ofOne)
                + " WHERE " + ofSeries + " ORDER BY f.number LIMIT " + limit;
    }

    @Override
    public List<Metric> metrics(AccessScope scope) {
        List<Metric> metrics = new ArrayList<>();
        String text = "SELECT metric FROM plan_meter UNION SELECT metric FROM usage_series WHERE 1 = 1"
                + Bounds.ofOrganizations(scope, "organization_id") + " ORDER BY metric";
        try (Sql row = new Sql(connection, text)) {
            while (row.next()) {
                metrics.add(new Metric(row.text(1)));
            }
        }
        return metrics;
    }

    @Override
    public Listing<UsageSum> sums(AccessScope scope, Period period) {
        String text = "SELECT o.slug, " + REFERENCE + ", e.id, e.mode, s.metric," + SUM + ", SUM(d.records)"
                + " FROM usage_series s" + NAMED + " JOIN usage_day d ON d.series = s.number"
                + " WHERE d.day >= ? AND d.day < ?"
                + Bounds.ofOrganizations(scope, "s.organization_id")
                + Bounds.ofProject(scope, "e.project_id")
                + Bounds.ofMode(scope, "e.mode")
                + " GROUP BY o.slug, o.id, n.slug, e.mode, e.id, s.metric"
                + " ORDER BY o.slug, o.id, n.slug, e.mode, e.id, s.metric";
        return action -> {
            try (Sql row = new Sql(connection, text).with(period.firstDay()).with(period.end())) {
                while (row.next()) {
                    action.accept(new UsageSum(
                            new Slug(row.text(1)),
                            row.text(2),
                            new Id(row.text(3)),
                            Mode.parse(row.text(4)),
                            new Metric(row.text(5)),
                            QuantitySum.value(row.number(6), row.number(7)),
                            row.number(8)));
                }
            }
            return false;
        };
    }

    @Override
    public List<UsageDay> days(Id organizationId, Period month, Period billedBy) {
        List<UsageDay> days = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT s.metric, e.mode, d.day," + SUM + " FROM usage_series s"
                                + " JOIN usage_environment e ON e.number = s.environment"
                                + " JOIN usage_day d ON d.series = s.number"
                                + " WHERE s.organization_id = ? AND s.billed <= ? AND d.day >= ? AND d.day < ?"
                                + " GROUP BY s.metric, e.mode, d.day ORDER BY s.metric, e.mode, d.day")
                .with(organizationId.value())
                .with(billedBy.number())
                .with(month.firstDay())
                .with(month.end())) {
            while (row.next()) {
                days.add(new UsageDay(
                        new Metric(row.text(1)),
                        Mode.parse(row.text(2)),
                        row.day(3),
                        QuantitySum.value(row.number(4), row.number(5))));
            }
        }
        return days;
    }

    @Override
    public List<Period> corrected(Id organizationId, Period billed) {
        SortedSet<Period> months = new TreeSet<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT DISTINCT d.day FROM usage_series s JOIN usage_day d ON d.series = s.number"
                                + " WHERE s.organization_id = ? AND s.billed = ?")
                .with(organizationId.value())
                .with(billed.number())) {
            while (row.next()) {
                months.add(Period.of(row.day(1)));
            }
        }
        return List.copyOf(months);
    }

    @Override
    public String noun() {
        return "usage record";
    }

    @Override
    public UsageRecord map(Sql row) {
        long billed = row.number(Field.BILLED);
        return new UsageRecord(
                row.number(Field.NUMBER),
                new Slug(row.text(Field.ORGANIZATION)),
                row.text(Field.ENVIRONMENT),
                new Id(row.text(Field.ENVIRONMENT_ID)),
                Mode.parse(row.text(Field.MODE)),
                new Metric(row.text(Field.METRIC)),
                new Quantity(row.number(Field.QUANTITY)),
                row.time(Field.AT),
                billed == SeriesTable.OWN_MONTH ? null : Period.ofNumber(billed),
                row.text(Field.KEY));
    }

    @Override
    public Column<UsageRecord>[] columns() {
        return Field.values();
    }
}
