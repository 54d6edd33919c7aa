package io.github.orgctl.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Forwards connections to a server, counts them, and can stop answering as a server that is gone does. */
final class Relay implements AutoCloseable {
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new ArrayList<>();
    private ServerSocket listening;
    private Thread accepting;
    private boolean silent;
    private boolean isAwaited;

    Relay(int target) throws IOException {
        this.target = target;
        listen(0);
    }

    private void listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listening = socket;
        accepting = start(() -> accept(socket));
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections there have been. */
    int connections() {
        return connections.get();
    }

    /** From now on connections are accepted, but nothing is answered. */
    synchronized void fallSilent() {
        silent = true;
    }

    /** Whether somebody has asked since it fell silent, and gets no answer. */
    synchronized boolean isAwaited() {
        return isAwaited;
    }

    /** From now on connections are refused, and those that are open have ended. */
    void goAway() throws IOException {
        listening.close();
        try {
            // A socket listens until the thread that accepts has noticed.
            accepting.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        closeConnections();
    }

    private synchronized void closeConnections() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Forwards again, at the same port. */
    void comeBack() throws IOException {
        listen(listening.getLocalPort());
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                forward(client);
                connections.incrementAndGet();
            } catch (IOException closed) {
                // By the test.
            }
        }
    }

    private synchronized void forward(Socket client) throws IOException {
        open.add(client);
        if (!isSilent()) {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> copy(client, server));
            start(() -> copy(server, client));
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!isSilent()) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException closed) {
            // By the other end, or by the test.
        }
    }

    /** Called for what is to be forwarded. */
    private synchronized boolean isSilent() {
        isAwaited |= silent;
        return silent;
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        goAway();
    }
}
