package io.github.orgctl.store.table;

import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.PricePlanRepository;
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
        PricePlanRates prices = version.prices();
        new Sql(
                        connection,
                        "INSERT INTO plan_version (plan, version, from_day, currency, base, seat, seats_included,"
                                + " created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(version.name().value())
                .with(version.version())
                .with(version.from())
                .with(prices.currency() == null ? null : prices.currency().getCode())
                .with(prices.base().toString())
                .with(prices.seat().toString())
                .with(prices.seatsIncluded())
                .with(version.createdAt())
                .with(version.createdBy())
                .run();
        prices.meters().forEach((metric, tiers) -> new Sql(
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
        try (Sql row = new Sql(
                        connection,
                        "SELECT v.plan, v.version, v.from_day, v.currency, v.base, v.seat, v.seats_included, v.created_at,"
                                + " v.created_by, v.withdrawn_at, p.retired_at FROM plan_version v JOIN plan p ON p.name = v.plan"
                                + " WHERE v.plan = ? ORDER BY v.version")
                .with(name.value())) {
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
        Slug name = new Slug(row.text(1));
        String currency = row.text(4);
        return new PricePlan(
                name,
                row.number(2),
                row.day(3),
                new PricePlanRates(
                        currency == null ? null : Currencies.parse(currency),
                        Price.parse(row.text(5)),
                        Price.parse(row.text(6)),
                        row.number(7),
                        meters(name, row.number(2))),
                row.time(8),
                row.text(9),
                row.time(10),
                row.time(11));
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
