package io.github.orgctl.schema;

import com.networknt.schema.path.NodePath;
import io.github.orgctl.core.model.value.Failure;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs untrusted work, such as evaluating a schema, on a thread with a deep stack and a CPU time limit. A thread that
 * can't be stopped is abandoned until the program exits.
 */
final class Evaluation {
    /** Large enough for the deepest nesting allowed in values. Only used pages take memory. */
    private static final long STACK_BYTES = 1L << 30;

    /** Number of characters read between two checks of the clock. */
    private static final int CLOCK_INTERVAL = 1024;

    /** Number of checks of the CPU time once the limit could be reached. */
    private static final int CPU_TIME_CHECKS = 10;

    /** Maximum wall-clock time as a multiple of the limit. */
    private static final int MAX_ELAPSED_FACTOR = 6;

    private static final ThreadLocal<Evaluation> CURRENT = new ThreadLocal<>();

    private final Duration limit;
    private final long start;
    private Thread thread;
    private long end;
    private int passed;
    private volatile NodePath place;
    private volatile String rule;

    private Evaluation(Duration limit) {
        this.limit = limit;
        this.start = System.nanoTime();
        this.end = start + limit.toNanos();
    }

    /** Ends the current evaluation at its time limit. */
    static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1;

        private OutOfTime() {
            super(null, null, false, false);
        }
    }

    /**
     * @throws Failure RULE if the work exceeds the time or the stack; the message names the place. Failures of the work
     *     itself pass through.
     */
    static <R> R run(Duration limit, Callable<R> work) {
        Evaluation evaluation = new Evaluation(limit);
        FutureTask<R> task = new FutureTask<>(() -> {
            CURRENT.set(evaluation);
            return work.call();
        });
        evaluation.thread = new Thread(null, task, "schema", STACK_BYTES);
        evaluation.thread.setDaemon(true);
        evaluation.thread.start();
        try {
            return evaluation.result(task);
        } catch (ExecutionException failed) {
            throw evaluation.failure(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw evaluation.failure("was interrupted", interrupted);
        }
    }

    private <R> R result(FutureTask<R> task) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                if (isOver()) {
                    throw failure("takes longer than " + limit.toSeconds() + " s", late);
                }
            }
        }
    }

    /** Records the place being evaluated, and ends the evaluation at its time limit. */
    static void at(NodePath place, String rule) {
        Evaluation evaluation = CURRENT.get();
        if (evaluation != null) {
            evaluation.place = place;
            evaluation.rule = rule;
            evaluation.check();
        }
    }

    static void checkTime() {
        Evaluation evaluation = CURRENT.get();
        if (evaluation != null && ++evaluation.passed % CLOCK_INTERVAL == 0) {
            evaluation.check();
        }
    }

    private void check() {
        if (System.nanoTime() - end > 0) {
            if (isOver()) {
                throw new OutOfTime();
            }
            end = System.nanoTime() + limit.toNanos() / CPU_TIME_CHECKS;
        }
    }

    /** Whether the CPU time is used up. Time during which a busy machine runs other processes does not count. */
    private boolean isOver() {
        long processor = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        return processor > limit.toNanos() || System.nanoTime() - start > limit.toNanos() * MAX_ELAPSED_FACTOR;
    }

    private RuntimeException failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof Failure failure) {
                return failure;
            }
            if (each instanceof OutOfTime) {
                return failure("takes longer than " + limit.toSeconds() + " s", cause);
            }
            if (each instanceof StackOverflowError) {
                return failure("is nested too deeply", cause);
            }
            if (each instanceof OutOfMemoryError) {
                return failure("needs too much memory", cause);
            }
        }
        if (cause instanceof Error bug) {
            throw bug;
        }
        return failure("failed: " + cause.getMessage(), cause);
    }

    private Failure failure(String what, Throwable cause) {
        String key = place == null ? "" : CompiledSchema.dotted(place);
        String where = key.isEmpty() ? "" : " of '" + key + "'";
        String by = rule == null ? "" : " by \"" + rule + "\"";
        return new Failure(
                Failure.Kind.RULE,
                "the schema can't be evaluated: the check" + where + by + " " + what,
                "simplify the schema there; patterns without look-around and back references are fastest",
                cause);
    }
}
