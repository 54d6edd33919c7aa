package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.PricePlanRepository;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tables {@code plan}, {@code plan_version} and {@code plan_meter}. */
final class PricePlanTable extends RowReader<PricePlan> implements PricePlanRepository {
    private enum Field implements Column<PricePlan> {
        PLAN(primary("v.plan")),
        VERSION(primary("v.version")),
        FROM_DAY(fixed("v.from_day")),
        CURRENCY(fixed("v.currency")),
        BASE(fixed("v.base")),
        SEAT(fixed("v.seat")),
        SEATS_INCLUDED(fixed("v.seats_included")),
        CREATED_AT(fixed("v.created_at")),
        CREATED_BY(fixed("v.created_by")),
        WITHDRAWN_AT(selected("v.withdrawn_at")),
        RETIRED_AT(selected("p.retired_at"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(PricePlan plan) {
            return switch (this) {
                case PLAN -> plan.name().value();
                case VERSION -> plan.version();
                case FROM_DAY -> Column.number(plan.from());
                case CURRENCY -> Column.text(plan.prices().currency());
                case BASE -> plan.prices().base().toString();
                case SEAT -> plan.prices().seat().toString();
                case SEATS_INCLUDED -> plan.prices().seatsIncluded();
                case CREATED_AT -> Column.millis(plan.createdAt());
                case CREATED_BY -> plan.createdBy();
                case WITHDRAWN_AT -> Column.millis(plan.withdrawnAt());
                case RETIRED_AT -> Column.millis(plan.retiredAt());
            };
        }
    }

    static final Columns<PricePlan> COLUMNS = Columns.withChecksum("plan_version", Field.values());
    private static final String SELECT =
            COLUMNS.select() + "plan_version v JOIN plan p ON p.name = v.plan WHERE v.plan = ? ORDER BY v.version";

    private final Connection connection;

    PricePlanTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(PricePlan version) {
        if (version.version() == 1) {
            new Sql(connection, "INSERT INTO plan (name) VALUES (?)")
                    .with(version.name().value())
                    .run();
        }
        COLUMNS.insert(connection, version);
        version.prices().meters().forEach((metric, tiers) -> new Sql(
                        connection, "INSERT INTO plan_meter (plan, version, metric, tiers) VALUES (?, ?, ?, ?)")
                .with(version.name().value())
                .with(version.version())
                .with(metric.name())
                .with(tiers.toString())
                .run());
    }

    @Override
    public void withdraw(Slug name, long version, Instant at) {
        new Sql(connection, "UPDATE plan_version SET withdrawn_at = ? WHERE plan = ? AND version = ?")
                .with(at)
                .with(name.value())
                .with(version)
                .run();
    }

    @Override
    public void retire(Slug name, Instant at) {
        new Sql(connection, "UPDATE plan SET retired_at = ? WHERE name = ?")
                .with(at)
                .with(name.value())
                .run();
    }

    @Override
    public List<PricePlan> versions(Slug name) {
        List<PricePlan> versions = new ArrayList<>();
        try (Sql row = new Sql(connection, SELECT).with(name.value())) {
            while (row.next()) {
                versions.add(read(row));
            }
        }
        return versions;
    }

    @Override
    public String noun() {
        return "version of a plan";
    }

    @Override
    public PricePlan map(Sql row) {
        Slug name = new Slug(row.text(Field.PLAN));
        long version = row.number(Field.VERSION);
        String currency = row.text(Field.CURRENCY);
        return new PricePlan(
                name,
                version,
                row.day(Field.FROM_DAY),
                new PricePlanRates(
                        currency == null ? null : Currencies.parse(currency),
                        Price.parse(row.text(Field.BASE)),
                        Price.parse(row.text(Field.SEAT)),
                        row.number(Field.SEATS_INCLUDED),
                        meters(name, version)),
                row.time(Field.CREATED_AT),
                row.text(Field.CREATED_BY),
                row.time(Field.WITHDRAWN_AT),
                row.time(Field.RETIRED_AT));
    }

    private NavigableMap<Metric, Tiers> meters(Slug plan, long version) {
        NavigableMap<Metric, Tiers> meters = new TreeMap<>();
        try (Sql row = new Sql(connection, "SELECT metric, tiers FROM plan_meter WHERE plan = ? AND version = ?")
                .with(plan.value())
                .with(version)) {
            while (row.next()) {
                meters.put(new Metric(row.text(1)), Tiers.parse(row.text(2)));
            }
        }
        return meters;
    }

    @Override
    public List<Slug> names() {
        List<Slug> names = new ArrayList<>();
        try (Sql row = new Sql(connection, "SELECT name FROM plan ORDER BY name")) {
            while (row.next()) {
                names.add(new Slug(row.text(1)));
            }
        }
        return names;
    }
}
