package io.github.orgctl.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * Connects the driver to a server: through a Unix socket, or to the first of a name's addresses that answers, where the
 * driver itself tries only one. The driver makes it by its name, with the properties of the connection.
 */
public final class ServerSockets extends SocketFactory {
    /** The property that names the file of a Unix socket. */
    static final String FILE = "orgctl.socket";

    private final Properties properties;

    public ServerSockets(Properties properties) {
        this.properties = properties;
    }

    @Override
    public Socket createSocket() throws IOException {
        String file = properties.getProperty(FILE);
        if (file != null) {
            return new UnixSocket(file);
        }
        String host = properties.getProperty("PGHOST");
        int port = Integer.parseInt(properties.getProperty("PGPORT"));
        InetAddress[] addresses = InetAddress.getAllByName(host);
        // What one address may take of the time that the login has; what is left of it ends the login anyway.
        int millis = Math.max(1, Integer.parseInt(properties.getProperty("connectTimeout")) * 1000 / addresses.length);
        IOException failed = null;
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), millis);
                return socket;
            } catch (IOException unreachable) {
                socket.close();
                failed = unreachable;
            }
        }
        throw failed;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }
}
