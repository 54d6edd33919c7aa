package io.github.orgctl.store.table;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.QuantitySum;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.port.UsageEntry;
import io.github.orgctl.core.port.UsageIntake;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Inserts usage in batches and adds up daily totals in memory first, since many records share a day. Both buffers are
 * bounded, so memory does not grow with the number of records.
 */
final class BatchedIntake implements UsageIntake {
    private static final int BATCH = 1_000;
    private static final int DAYS = 20_000;
    private static final int DAY_BITS = 22;

    private final Connection connection;
    private final NotAdded notAdded;
    private final List<UsageEntry> batch = new ArrayList<>(BATCH);
    /** Key: the series number and, in the lowest bits, the day. */
    private final Map<Long, QuantitySum> days = new HashMap<>();

    private Sql insert;
    private Sql lookUp;

    BatchedIntake(Connection connection, NotAdded notAdded) {
        this.connection = connection;
        this.notAdded = notAdded;
    }

    @Override
    public void add(UsageEntry entry) {
        batch.add(entry);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void finish() {
        flush();
        writeDays();
        if (insert != null) {
            insert.close();
        }
        if (lookUp != null) {
            lookUp.close();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        if (insert == null) {
            insert = new Sql(
                    connection,
                    "INSERT INTO usage_record (series, environment, at, quantity, key) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING");
        }
        for (UsageEntry entry : batch) {
            if (!entry.late()) {
                insert.with(entry.series().number())
                        .with(entry.series().environment())
                        .with(entry.at())
                        .with(entry.quantity().millionths())
                        .with(key(entry))
                        .addToBatch();
            }
        }
        int[] rows = insert.runBatch();
        int row = 0;
        for (UsageEntry entry : batch) {
            if (entry.late() || rows[row++] == 0) {
                tellNotAdded(entry);
            } else {
                count(entry);
            }
        }
        batch.clear();
    }

    private static String key(UsageEntry entry) {
        return entry.key() == null ? null : entry.key().value();
    }

    private void tellNotAdded(UsageEntry entry) {
        if (lookUp == null) {
            lookUp = new Sql(
                    connection,
                    "SELECT s.metric, r.quantity FROM usage_record r JOIN usage_series s ON s.number = r.series"
                            + " WHERE r.environment = ? AND r.key = ?");
        }
        if (lookUp.restart().with(entry.series().environment()).with(key(entry)).next()) {
            notAdded.repeated(entry, lookUp.value(1, "metric", Metric::new), new Quantity(lookUp.number(2)));
        } else {
            notAdded.late(entry);
        }
    }

    private void count(UsageEntry entry) {
        Long day = entry.series().number() << DAY_BITS | Days.number(entry.at().toEpochMilli());
        QuantitySum sum = days.get(day);
        if (sum == null) {
            if (days.size() == DAYS) {
                writeDays();
            }
            sum = new QuantitySum();
            days.put(day, sum);
        }
        sum.add(entry.quantity());
    }

    private void writeDays() {
        if (days.isEmpty()) {
            return;
        }
        try (Sql upsert = new Sql(
                connection,
                "INSERT INTO usage_day (series, day, units, millionths, records) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (series, day) DO UPDATE SET units = usage_day.units + excluded.units,"
                        + " millionths = usage_day.millionths + excluded.millionths,"
                        + " records = usage_day.records + excluded.records")) {
            days.forEach((day, sum) -> upsert.with(day >> DAY_BITS)
                    .with(day & (1 << DAY_BITS) - 1)
                    .with(sum.units())
                    .with(sum.millionths())
                    .with(sum.count())
                    .addToBatch());
            upsert.runBatch();
        }
        days.clear();
    }
}
