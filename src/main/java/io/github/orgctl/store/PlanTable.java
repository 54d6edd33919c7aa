package io.github.orgctl.store;

import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Plan;
import io.github.orgctl.core.model.PlanPrices;
import io.github.orgctl.core.model.Price;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.Tiers;
import io.github.orgctl.core.port.PlanRepository;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** The tables {@code plan}, {@code plan_version} and {@code plan_meter}. */
final class PlanTable implements PlanRepository {
    private final Connection connection;

    PlanTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Plan version) {
        if (version.version() == 1) {
            new Sql(connection, "INSERT INTO plan (name) VALUES (?)")
                    .with(version.name().value())
                    .run();
        }
        PlanPrices prices = version.prices();
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
    public void retire(Slug name, Instant at) {
        new Sql(connection, "UPDATE plan SET retired_at = ? WHERE name = ?")
                .with(at)
                .with(name.value())
                .run();
    }

    @Override
    public List<Plan> versions(Slug name) {
        Map<Long, NavigableMap<Metric, Tiers>> meters = meters(name);
        List<Plan> versions = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT v.version, v.from_day, v.currency, v.base, v.seat, v.seats_included, v.created_at,"
                                + " v.created_by, p.retired_at FROM plan_version v JOIN plan p ON p.name = v.plan"
                                + " WHERE v.plan = ? ORDER BY v.version")
                .with(name.value())) {
            while (row.next()) {
                String currency = row.text(3);
                versions.add(new Plan(
                        name,
                        row.number(1),
                        row.day(2),
                        new PlanPrices(
                                currency == null ? null : CurrencyUnit.of(currency),
                                Price.parse(row.text(4)),
                                Price.parse(row.text(5)),
                                row.number(6),
                                meters.getOrDefault(row.number(1), new TreeMap<>())),
                        row.time(7),
                        row.text(8),
                        row.time(9)));
            }
        }
        return versions;
    }

    private Map<Long, NavigableMap<Metric, Tiers>> meters(Slug name) {
        Map<Long, NavigableMap<Metric, Tiers>> meters = new HashMap<>();
        try (Sql row = new Sql(connection, "SELECT version, metric, tiers FROM plan_meter WHERE plan = ?")
                .with(name.value())) {
            while (row.next()) {
                meters.computeIfAbsent(row.number(1), version -> new TreeMap<>())
                        .put(new Metric(row.text(2)), Tiers.parse(row.text(3)));
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
