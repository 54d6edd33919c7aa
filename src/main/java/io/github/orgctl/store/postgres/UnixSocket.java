package io.github.orgctl.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Adapts a Unix socket channel to the parts of {@link Socket} that the driver uses, safely for several threads. Java
 * offers only a channel for Unix sockets.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class UnixSocket extends Socket {
    private final SocketChannel channel;
    private final Selector selector;
    private int timeoutMillis;

    UnixSocket(String file) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, 0);
    }

    /** Waits until the channel is readable or writable. */
    private void await(int operation) throws IOException {
        channel.keyFor(selector).interestOps(operation);
        if (selector.select(timeoutMillis) == 0 && channel.isOpen()) {
            throw new SocketTimeoutException("no answer within " + timeoutMillis + " ms");
        }
        selector.selectedKeys().clear();
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] single = new byte[1];
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                int read = channel.read(buffer);
                while (read == 0) {
                    await(SelectionKey.OP_READ);
                    read = channel.read(buffer);
                }
                return read;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    if (channel.write(buffer) == 0) {
                        await(SelectionKey.OP_WRITE);
                    }
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public int getSendBufferSize() {
        try {
            return channel.getOption(StandardSocketOptions.SO_SNDBUF);
        } catch (IOException unknown) {
            return 0;
        }
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // Unix sockets have no send delay.
    }

    @Override
    public void setKeepAlive(boolean on) {
        // Not needed: the peer is on the same machine.
    }
}
