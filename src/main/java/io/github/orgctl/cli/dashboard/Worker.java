package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.verb.Workspace;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Carries out requests one after another in a separate thread, without duplicates, and checks every second whether the
 * store was changed.
 */
final class Worker extends Thread implements AutoCloseable {
    private static final long SECOND = 1000;
    private static final long PATIENCE = 500;
    private static final String UNREACHABLE = "unreachable";

    private final RequestHandler handler;
    private final Queue<Event> events;
    private final Deque<Request> requests = new ArrayDeque<>();
    private volatile Throwable broken;
    private volatile boolean working;
    private boolean closed;
    private String latest;

    Worker(Workspace workspace, Queue<Event> events) {
        super("dashboard");
        setDaemon(true);
        this.handler = new RequestHandler(workspace);
        this.events = events;
    }

    synchronized void ask(Request request) {
        requests.removeIf(waiting -> waiting.equals(request) || isOutdated(waiting, request));
        requests.add(request);
        notifyAll();
    }

    /** Whether the filter has been edited since. */
    private static boolean isOutdated(Request waiting, Request request) {
        if (!(waiting instanceof Request.Load old) || !(request instanceof Request.Load load)) {
            return false;
        }
        String filter = old.query().filter();
        return !filter.isEmpty()
                && !filter.equals(load.query().filter())
                && old.query().equals(load.query().filtered(filter));
    }

    /** Whether an answer is pending. */
    synchronized boolean isBusy() {
        return working || !requests.isEmpty();
    }

    /** Throws an unexpected error of the thread. */
    void rethrow() {
        if (broken instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (broken instanceof Error error) {
            throw error;
        }
    }

    @Override
    public void run() {
        try {
            // Before anything is shown, so that no change in between is missed.
            look();
            while (true) {
                Request request = next();
                if (isClosed()) {
                    return;
                } else if (request == null) {
                    look();
                } else {
                    Event answer = handler.answer(request);
                    if (answer instanceof Event.LoadFailed failed && !failed.gone()) {
                        latest = UNREACHABLE;
                    }
                    events.add(answer);
                    working = false;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error problem) {
            broken = problem;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** The next request, or null after a second without any. */
    private synchronized Request next() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SECOND);
        long left = SECOND;
        while (requests.isEmpty() && !closed && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        Request request = requests.poll();
        working = request != null;
        return request;
    }

    private void look() {
        try {
            String now = handler.latest();
            if (latest != null && !latest.equals(now)) {
                events.add(new Event.StoreChanged());
            }
            latest = now;
        } catch (Failure unreachable) {
            // What is shown stays, and is read again once a look succeeds.
            latest = UNREACHABLE;
        }
    }

    /** Stops the thread after the current request, waiting a limited time. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            requests.clear();
            notifyAll();
        }
        try {
            join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
