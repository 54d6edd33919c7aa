package io.github.orgctl.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * Output on its way to a reader, for whom its writer never waits: a transaction can end while a pager or a slow pipe still
 * holds its rows back. Short output is kept until {@link #finish}. Of longer output a thread hands on what is complete; what the
 * reader does not take waits in memory, up to a bound, and then in a file that has no name.
 */
final class Spool extends OutputStream {
    private static final int PIECE = 32 * 1024;
    private static final int PIECES_IN_MEMORY = 32;
    /** Room for expressions that recurse; memory is used only as far as they do. */
    private static final long STACK_BYTES = 128L << 20;

    private final Sink sink;
    private final boolean deep;
    private byte[] piece = new byte[PIECE];
    private int length;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private SpoolFile file;
    private Thread reader;
    private boolean complete;
    private boolean abandoned;
    /** Whether handing on has ended early; what went wrong is known once the sink has ended, too. */
    private boolean failing;

    private Throwable problem;

    /**
     * @param deep whether the sink needs a deep stack, and so a thread of its own in any case
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

    /** Whether anything has been handed on, which can't be taken back. */
    boolean isUnderWay() {
        return reader != null;
    }

    /** Forgets everything. To be called only while nothing is under way. */
    void clear() {
        length = 0;
    }

    /** Whether the reader has seen enough. */
    boolean hasQuit() {
        return sink.hasQuit();
    }

    /** Hands on what is there, although more is to come, and waits until it is taken. */
    void pass() throws IOException {
        if (reader == null && !deep) {
            sink.write(piece, 0, length);
            length = 0;
            return;
        }
        handOn();
        synchronized (this) {
            await(() -> problem != null || !failing && waiting.isEmpty() && isFileEmpty());
            rethrow();
        }
    }

    /** Hands on the rest, and waits for the reader to take it. */
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

    /** Ends what has been begun: the output breaks off here. */
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
        await(() -> !failing || problem != null);
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

    /** The next piece to be handed on, or null at the end. */
    private synchronized byte[] next() throws IOException {
        notifyAll();
        await(() -> complete || !waiting.isEmpty() || !isFileEmpty());
        if (!waiting.isEmpty()) {
            return waiting.remove();
        }
        return isFileEmpty() ? null : file.next(PIECE);
    }

    /** Waits until a condition holds that others bring about. */
    private synchronized void await(BooleanSupplier condition) {
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
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

    /** Work of the thread that forwards pieces. */
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

        /** A pager that could not be run takes nothing, either; else what went wrong first is what is told. */
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
