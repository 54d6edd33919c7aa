package io.github.orgctl.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Buffers output so that its writer never waits for the reader: a transaction can end while a pager or a slow pipe is
 * still reading. Short output is kept until {@link #finish}. Longer output is forwarded by a thread; unread output is
 * kept in memory up to a limit, and then in an unnamed temporary file.
 */
final class Spool extends OutputStream {
    /** A list of 100 rows fits, so that it needs no thread. */
    private static final int PIECE = 64 * 1024;

    private static final int PIECES_IN_MEMORY = 16;
    /** Stack size for recursive expressions. Only used pages take memory. */
    private static final long STACK_BYTES = 128L << 20;

    /** What a thread waits for another thread to bring about. Not lambdas, of which the first takes some milliseconds. */
    private enum Condition {
        /** If forwarding ended early, the cause is known. */
        SETTLED {
            @Override
            boolean holds(Spool spool) {
                return !spool.failing || spool.problem != null;
            }
        },
        /** All that was handed on is forwarded, or will never be. */
        PASSED {
            @Override
            boolean holds(Spool spool) {
                return spool.problem != null || !spool.failing && !spool.forwarding && spool.isDrained();
            }
        },
        /** There is a next piece, or the end. */
        READABLE {
            @Override
            boolean holds(Spool spool) {
                return spool.complete || !spool.isDrained();
            }
        };

        abstract boolean holds(Spool spool);
    }

    private final Sink sink;
    private final boolean deep;
    private byte[] piece = new byte[PIECE];
    private int length;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private SpoolFile file;
    private Thread reader;
    /** Whether the reader is writing a piece, which is no longer among those that wait. */
    private boolean forwarding;

    private boolean complete;
    private boolean abandoned;
    /** Whether forwarding ended early. The cause is known once the sink has ended too. */
    private boolean failing;

    private Throwable problem;

    /**
     * @param deep whether the sink needs a deep stack, and therefore always a separate thread
     */
    Spool(Sink sink, boolean deep) {
        this.sink = sink;
        this.deep = deep;
    }

    @Override
    public void write(int b) throws IOException {
        if (length == PIECE) {
            handOn();
        }
        piece[length++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (length == PIECE) {
                handOn();
            }
            int part = Math.min(left, PIECE - length);
            System.arraycopy(bytes, from, piece, length, part);
            length += part;
            from += part;
            left -= part;
        }
    }

    /** Whether anything was forwarded, which can't be undone. */
    boolean isUnderWay() {
        return reader != null;
    }

    /** Discards everything. Must be called only if nothing was forwarded. */
    void clear() {
        length = 0;
    }

    /** Whether the reader stopped reading. */
    boolean hasQuit() {
        return sink.hasQuit();
    }

    /** Forwards all buffered output before the end, and waits until it is read. */
    void pass() throws IOException {
        if (reader == null && !deep) {
            sink.write(piece, 0, length);
            length = 0;
            return;
        }
        handOn();
        synchronized (this) {
            await(Condition.PASSED);
            rethrow();
        }
    }

    /** Forwards the rest, and waits until it is read. */
    void finish() throws IOException {
        if (reader == null && !deep) {
            sink.write(piece, 0, length);
            length = 0;
            sink.finish();
            return;
        }
        handOn();
        end();
        rethrow();
    }

    /** Ends the output prematurely. */
    void abandon() {
        if (reader != null) {
            abandoned = true;
            end();
        }
    }

    private void end() {
        synchronized (this) {
            complete = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void handOn() throws IOException {
        await(Condition.SETTLED);
        rethrow();
        if (isFileEmpty() && waiting.size() < PIECES_IN_MEMORY) {
            waiting.add(length == PIECE ? piece : Arrays.copyOf(piece, length));
            piece = length == PIECE ? new byte[PIECE] : piece;
        } else {
            file = file == null ? SpoolFile.make() : file;
            file.append(piece, length);
        }
        length = 0;
        notifyAll();
        if (reader == null) {
            reader = new Thread(null, new Reading(), "output", deep ? STACK_BYTES : 0);
            reader.setDaemon(true);
            reader.start();
        }
    }

    private boolean isFileEmpty() {
        return file == null || file.isEmpty();
    }

    private boolean isDrained() {
        return waiting.isEmpty() && isFileEmpty();
    }

    /** The next piece to forward, or null at the end. */
    private synchronized byte[] next() throws IOException {
        forwarding = false;
        notifyAll();
        await(Condition.READABLE);
        forwarding = !isDrained();
        if (!waiting.isEmpty()) {
            return waiting.remove();
        }
        return isFileEmpty() ? null : file.next(PIECE);
    }

    private synchronized void await(Condition condition) {
        boolean interrupted = false;
        while (!condition.holds(this)) {
            try {
                wait();
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws IOException {
        if (problem instanceof IOException io) {
            throw io;
        } else if (problem instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (problem instanceof Error error) {
            throw error;
        }
    }

    private synchronized void stop() {
        failing = true;
        waiting.clear();
    }

    private synchronized void failed(Throwable thrown) {
        problem = thrown;
        notifyAll();
    }

    /** Forwards pieces on a separate thread. */
    private final class Reading implements Runnable {
        @Override
        public void run() {
            try {
                for (byte[] next = next(); next != null; next = next()) {
                    sink.write(next, 0, next.length);
                }
                if (abandoned) {
                    sink.abandon();
                } else {
                    sink.finish();
                }
            } catch (IOException | RuntimeException | Error thrown) {
                stop();
                failed(reason(thrown));
            }
        }

        /** The failure to report: that of the pager if it could not be run, otherwise the first one. */
        private Throwable reason(Throwable thrown) {
            try {
                sink.abandon();
                return thrown;
            } catch (IOException | RuntimeException why) {
                return sink.hasQuit() ? why : thrown;
            }
        }
    }
}
