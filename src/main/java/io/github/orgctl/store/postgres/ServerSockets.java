package io.github.orgctl.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * Socket factory for the driver: connects through a Unix socket, or to the first address of a host name that responds,
 * while the driver tries only one. The driver instantiates it by class name with the connection's properties.
 */
public final class ServerSockets extends SocketFactory {
    /** Property with the path of a Unix socket. */
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
        // Share of the connect timeout for one address; the login's own timeout covers the rest.
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
