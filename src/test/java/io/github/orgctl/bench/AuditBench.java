package io.github.orgctl.bench;

import io.github.orgctl.core.configuration.ConfigurationService;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SchemaMemory;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.AuditRepository;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the audit trail costs; see {@code src/bench/audit.sh}, which starts it.
 *
 * <pre>
 *   AuditBench fill STORE EVENTS       adds that many events to the trail of a new organization
 *   AuditBench changes STORE CHANGES   times changes of acme/website:sandbox, every other one without its event
 * </pre>
 */
public final class AuditBench {
    private static final PrintStream OUT = System.out;
    private static final int BATCH = 100_000;
    private static final int WARM_UP = 1000;
    private static final int ROUND = 20;

    private AuditBench() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[2]);
        try (Store store = JdbcStore.open(arguments[1], Map.of())) {
            switch (arguments[0]) {
                case "fill" -> fill(store, count);
                case "changes" -> changes(store, count);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void fill(Store store, int count) {
        Id organization = newId();
        Id project = newId();
        AuditHead[] head = {new AuditHead(organization, 0, "0".repeat(64))};
        while (head[0].sequence() < count) {
            store.inTx(Store.Purpose.CHANGE, tx -> {
                for (int i = 0; i < BATCH && head[0].sequence() < count; i++) {
                    AuditEvent event = event(organization, project, head[0]);
                    String text = event.text();
                    head[0] = new AuditHead(organization, event.sequence(), Sha256.of(text));
                    tx.audit().append(head[0], text);
                }
                return null;
            });
        }
    }

    /** The event after the last one of a log. */
    static AuditEvent event(Id organization, Id project, AuditHead last) {
        long sequence = last.sequence() + 1;
        return new AuditEvent(
                sequence,
                Instant.ofEpochMilli(1_700_000_000_000L + 1000 * sequence),
                "ann@example.com",
                null,
                "config.set",
                new Target(organization, new Slug("filled"), project, Mode.SANDBOX, "filled/website:sandbox"),
                List.of(new FieldChange("api.timeout", Long.toString(sequence - 1), Long.toString(sequence))),
                newId(),
                last.hash());
    }

    /** In short rounds that take turns, so that what else the machine does strikes both. */
    private static void changes(Store store, int count) {
        long[] with = new long[count];
        long[] without = new long[count];
        for (int i = -WARM_UP; i < count; i += ROUND) {
            for (int j = i; j < i + ROUND; j++) {
                long nanos = timed(store, 2 * j, true);
                with[Math.max(0, j)] = nanos;
            }
            for (int j = i; j < i + ROUND; j++) {
                long nanos = timed(store, 2 * j + 1, false);
                without[Math.max(0, j)] = nanos;
            }
        }
        double ratio = sum(with) / sum(without);
        OUT.println("changes, with and without their events: " + count + " each");
        OUT.println("mean:   " + micros(sum(with) / count) + " and " + micros(sum(without) / count) + ", "
                + percent(ratio) + " more");
        OUT.println("median: " + micros(median(with)) + " and " + micros(median(without)) + ", "
                + percent(median(with) / median(without)) + " more");
    }

    private static double sum(long[] times) {
        return Arrays.stream(times).asDoubleStream().sum();
    }

    private static double median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private static String micros(double nanos) {
        return Math.round(nanos / 1000) + " µs";
    }

    private static String percent(double ratio) {
        return Math.round(1000 * (ratio - 1)) / 10.0 + " %";
    }

    private static long timed(Store store, int value, boolean audited) {
        long start = System.nanoTime();
        store.inTx(Store.Purpose.CHANGE, tx -> set(audited ? tx : unaudited(tx), value));
        return System.nanoTime() - start;
    }

    private static Object set(Tx tx, int value) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        Credentials operator = new Credentials(null, null, () -> "os:bench@box", false);
        UnitOfWork work = UnitOfWork.of(tx, now, AuditBench::newId, operator, Context.NONE);
        EnvironmentWriter writer = new EnvironmentWriter(
                work, new ProjectSchemas(work, new SchemaMemory(new JsonSchemas()), false), false);
        Edit edit = new Edit(EnvironmentReference.parse("acme/website:sandbox"), Description.NONE, null);
        return new ConfigurationService(work, writer)
                .set(edit, List.of(new KeyEdit(new Key("a"), new Value(Integer.toString(value)))));
    }

    /** The same transaction with a trail that forgets. What is left of an event's cost is making its text and hash. */
    private static Tx unaudited(Tx tx) {
        AuditRepository forgetful = (AuditRepository) Proxy.newProxyInstance(
                AuditBench.class.getClassLoader(),
                new Class<?>[] {AuditRepository.class},
                (proxy, method, arguments) -> method.getReturnType() == Optional.class ? Optional.empty() : null);
        return (Tx) Proxy.newProxyInstance(
                AuditBench.class.getClassLoader(),
                new Class<?>[] {Tx.class},
                (proxy, method, arguments) ->
                        method.getName().equals("audit") ? forgetful : method.invoke(tx, arguments));
    }

    private static Id newId() {
        return new Id(UUID.randomUUID().toString());
    }
}
