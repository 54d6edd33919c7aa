package io.github.orgctl.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy between a program and its server that breaks the connection once, at one of the program's messages. Later
 * connections are forwarded.
 */
final class CuttingProxy implements AutoCloseable {
    /** What happens to the message. */
    enum Fault {
        /** The connection is lost before the server gets the message. */
        LOST_BEFORE,
        /** The connection is lost when the server has got the message, so that its answer is lost. */
        LOST_AFTER,
        /** The server ends the connection before it gets the message. */
        ENDED_BY_SERVER
    }

    /** Terminates the server's side of a connection. */
    interface Administrator {
        void end(int clientPort) throws SQLException;
    }

    private final Administrator administrator;
    private final ServerSocket listening;
    private final Thread accepting;
    private final int target;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Fault fault;

    CuttingProxy(int target, Administrator administrator) throws IOException {
        this.administrator = administrator;
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.accepting = start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /**
     * @param message which of the messages from now on is the one
     */
    void breakAt(int message, Fault what) {
        fault = what;
        left.set(message);
    }

    /** Lets everything through, and tells whether the message had come. */
    boolean heal() {
        return left.getAndSet(Integer.MAX_VALUE) <= 0;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                forward(listening.accept());
            } catch (IOException closed) {
                // By the test, or by a server that restarts.
            }
        }
    }

    private void forward(Socket program) throws IOException {
        if (listening.isClosed()) {
            // It came before the thread that accepts had noticed.
            program.close();
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        program.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> pass(program, server, true));
        start(() -> pass(server, program, false));
    }

    private void pass(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                boolean broken = counted && left.decrementAndGet() == 0;
                if (broken && fault == Fault.LOST_BEFORE) {
                    return;
                }
                if (broken && fault == Fault.ENDED_BY_SERVER) {
                    administrator.end(to.getLocalPort());
                }
                out.write(buffer, 0, count);
                if (broken && fault == Fault.LOST_AFTER) {
                    from.close();
                    // The server sees the end of its input behind the message, which it works on first.
                    to.shutdownOutput();
                    to.getInputStream().transferTo(OutputStream.nullOutputStream());
                    return;
                }
            }
        } catch (IOException | SQLException closed) {
            // By the other end.
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Once this returns, nothing listens any more. */
    @Override
    public void close() {
        try {
            listening.close();
            accepting.join();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
