package io.github.orgctl.store;

import io.github.orgctl.core.model.Days;
import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Quantity;
import io.github.orgctl.core.port.UsageEntry;
import io.github.orgctl.core.port.UsageIntake;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds usage in batches, and what it comes to by day, which is summed up in memory first: many records are of one day.
 * Both are bounded, so that memory does not grow with the records.
 */
final class BatchedIntake implements UsageIntake {
    private static final int BATCH = 1_000;
    private static final int DAYS = 20_000;
    private static final int DAY_BITS = 22;

    private static final class Sum {
        private long units;
        private long millionths;
        private long records;
    }

    private final Connection connection;
    private final Repeated repeated;
    private final List<UsageEntry> batch = new ArrayList<>(BATCH);
    /** By the number of the series and, in the lowest bits, the day. */
    private final Map<Long, Sum> days = new HashMap<>();

    private Sql insert;
    private Sql lookUp;
    private long added;

    BatchedIntake(Connection connection, Repeated repeated) {
        this.connection = connection;
        this.repeated = repeated;
    }

    @Override
    public void add(UsageEntry entry) {
        batch.add(entry);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    @Override
    public long finish() {
        flush();
        writeDays();
        if (insert != null) {
            insert.close();
        }
        if (lookUp != null) {
            lookUp.close();
        }
        return added;
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
            insert.with(entry.series().number())
                    .with(entry.series().environment())
                    .with(entry.at())
                    .with(entry.quantity().millionths())
                    .with(entry.key())
                    .addToBatch();
        }
        int[] rows = insert.runBatch();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == 0) {
                tellRepeated(batch.get(i));
            } else {
                count(batch.get(i));
            }
        }
        batch.clear();
    }

    private void tellRepeated(UsageEntry entry) {
        if (lookUp == null) {
            lookUp = new Sql(
                    connection,
                    "SELECT s.metric, r.quantity FROM usage_record r JOIN usage_series s ON s.number = r.series"
                            + " WHERE r.environment = ? AND r.key = ?");
        }
        lookUp.restart().with(entry.series().environment()).with(entry.key()).next();
        repeated.repeated(entry, new Metric(lookUp.text(1)), new Quantity(lookUp.number(2)));
    }

    private void count(UsageEntry entry) {
        Long day = entry.series().number() << DAY_BITS | Days.number(entry.at());
        Sum sum = days.get(day);
        if (sum == null) {
            if (days.size() == DAYS) {
                writeDays();
            }
            sum = new Sum();
            days.put(day, sum);
        }
        sum.units += entry.quantity().millionths() / Quantity.MILLION;
        sum.millionths += entry.quantity().millionths() % Quantity.MILLION;
        sum.records++;
        added++;
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
                    .with(sum.units)
                    .with(sum.millionths)
                    .with(sum.records)
                    .addToBatch());
            upsert.runBatch();
        }
        days.clear();
    }
}
