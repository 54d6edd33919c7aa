package io.github.orgctl.store.postgres;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy between a command and a PostgreSQL server that forwards protocol messages as a {@link Rule} determines. */
final class Proxy implements Closeable {
    /** Sender of a message. */
    enum Side {
        CLIENT,
        SERVER
    }

    /** How a message is handled. */
    enum Action {
        PASS,
        /** Both ends lose the connection before the message is forwarded. */
        CUT,
        /** The client loses the connection, and the message is forwarded when {@link #release} is called. */
        HOLD
    }

    /**
     * A message.
     *
     * @param connection number of the connection, from 1
     * @param type its first byte, or 0 for a startup message
     */
    record Message(int connection, Side side, char type, String text) {}

    /** Determines how each message is handled. */
    interface Rule {
        Action on(Message message);
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final Rule rule;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private int connections;
    private volatile boolean away;
    private boolean released;

    Proxy(int server, Rule rule) throws IOException {
        this.server = server;
        this.rule = rule;
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Stops answering the first message of new connections. */
    void goAway() {
        away = true;
    }

    synchronized void release() {
        released = true;
        notifyAll();
    }

    private synchronized void awaitRelease() {
        while (!released) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (away) {
                    client.close();
                    continue;
                }
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                open.addAll(List.of(client, upstream));
                int number = ++connections;
                start(() -> pump(number, Side.CLIENT, client, upstream));
                start(() -> pump(number, Side.SERVER, upstream, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(int connection, Side side, Socket from, Socket to) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            boolean plain = side == Side.SERVER;
            while (true) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream copy = new DataOutputStream(bytes);
                char type = plain ? (char) in.readUnsignedByte() : 0;
                if (plain) {
                    copy.writeByte(type);
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                copy.writeInt(length);
                copy.write(body);
                plain = true;
                switch (rule.on(new Message(connection, side, type, new String(body, StandardCharsets.UTF_8)))) {
                    case PASS -> out.write(bytes.toByteArray());
                    case CUT -> {
                        from.close();
                        to.close();
                        return;
                    }
                    case HOLD -> {
                        from.close();
                        awaitRelease();
                        out.write(bytes.toByteArray());
                        to.shutdownOutput();
                        return;
                    }
                }
            }
        } catch (IOException ended) {
            try {
                from.close();
                to.close();
            } catch (IOException closed) {
                // Is what was wanted.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        release();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
