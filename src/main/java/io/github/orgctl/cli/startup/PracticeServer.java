package io.github.orgctl.cli.startup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * As much of a PostgreSQL server as it takes to run commands against one, so that the driver's classes can be archived
 * where there is no server. Its store has no rows: only {@code orgctl_schema} has a version in it. It accepts every
 * login and every statement, one connection after the other, on the loopback interface.
 */
public final class PracticeServer implements AutoCloseable {
    private static final String[] PARAMETERS = {
        "server_version", "15.0",
        "server_encoding", "UTF8",
        "client_encoding", "UTF8",
        "DateStyle", "ISO, MDY",
        "integer_datetimes", "on",
        "standard_conforming_strings", "on",
        "TimeZone", "UTC"
    };
    private static final int BIGINT = 20;
    private static final int TEXT = 25;
    private static final int PROTOCOL = 196608;

    private final ServerSocket listener;
    private final int version;

    /**
     * @param version the version of its store
     */
    public PracticeServer(int version) throws IOException {
        this.version = version;
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** The address of its store. */
    public String address() {
        return "postgresql://practice@127.0.0.1:" + listener.getLocalPort() + "/practice";
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                new Conversation(socket).run();
            } catch (EOFException | SocketException left) {
                // The command has ended, or the server is closed.
            } catch (IOException failed) {
                return;
            }
        }
    }

    /** One connection: messages of the protocol, version 3. */
    private final class Conversation {
        private final DataInputStream in;
        private final DataOutputStream out;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final DataOutputStream message = new DataOutputStream(body);
        private String statement = "";
        private char state = 'I';

        Conversation(Socket socket) throws IOException {
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = new DataOutputStream(socket.getOutputStream());
        }

        void run() throws IOException {
            while (readStart() != PROTOCOL) {
                // Asks for encryption, and is told that there is none.
                out.writeByte('N');
            }
            message.writeInt(0);
            send('R');
            for (int i = 0; i < PARAMETERS.length; i += 2) {
                write(PARAMETERS[i]);
                write(PARAMETERS[i + 1]);
                send('S');
            }
            ready();
            for (char type = (char) in.readByte(); type != 'X'; type = (char) in.readByte()) {
                answer(type, in.readNBytes(in.readInt() - 4));
            }
        }

        private int readStart() throws IOException {
            int length = in.readInt();
            int code = in.readInt();
            in.skipNBytes(length - 8L);
            return code;
        }

        private void answer(char type, byte[] received) throws IOException {
            switch (type) {
                case 'P' -> {
                    String text = new String(received, StandardCharsets.UTF_8);
                    int begin = text.indexOf('\0') + 1;
                    statement = text.substring(begin, text.indexOf('\0', begin)).strip();
                    send('1');
                }
                case 'B' -> send('2');
                case 'D' -> describe();
                case 'E' -> execute();
                case 'C' -> send('3');
                case 'S' -> ready();
                case 'Q' -> {
                    statement = new String(received, 0, received.length - 1, StandardCharsets.UTF_8);
                    execute();
                    ready();
                }
                default -> {
                    // Asks for nothing.
                }
            }
        }

        private boolean isQuery() {
            return statement.startsWith("SELECT") || statement.contains("RETURNING");
        }

        private void describe() throws IOException {
            if (!isQuery()) {
                send('n');
                return;
            }
            message.writeShort(2);
            column(BIGINT, 8);
            column(TEXT, -1);
            send('T');
        }

        private void column(int type, int size) throws IOException {
            write("column");
            message.writeInt(0);
            message.writeShort(0);
            message.writeInt(type);
            message.writeShort(size);
            message.writeInt(-1);
            message.writeShort(0);
        }

        private void execute() throws IOException {
            String verb = statement.split("[ ;]", 2)[0];
            if (statement.endsWith("FROM orgctl_schema")) {
                message.writeShort(2);
                value(Integer.toString(version));
                value("serializable");
                send('D');
            }
            write(
                    switch (verb) {
                        case "SELECT" -> "SELECT 0";
                        case "INSERT" -> "INSERT 0 1";
                        case "UPDATE" -> "UPDATE 1";
                        default -> verb;
                    });
            send('C');
            switch (verb) {
                case "BEGIN" -> state = 'T';
                case "COMMIT", "ROLLBACK" -> state = 'I';
                default -> {
                    // Goes on within its transaction.
                }
            }
        }

        private void value(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            message.writeInt(bytes.length);
            message.write(bytes);
        }

        private void write(String text) throws IOException {
            message.write(text.getBytes(StandardCharsets.UTF_8));
            message.writeByte(0);
        }

        private void ready() throws IOException {
            message.writeByte(state);
            send('Z');
        }

        private void send(char type) throws IOException {
            out.writeByte(type);
            out.writeInt(body.size() + 4);
            body.writeTo(out);
            body.reset();
        }
    }
}
