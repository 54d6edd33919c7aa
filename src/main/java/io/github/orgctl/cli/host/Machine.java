package io.github.orgctl.cli.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Name of the machine. */
final class Machine {
    /** Linux provides it here, without a network look-up. */
    private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");

    private Machine() {}

    static String name(Host host) {
        String named = host.variable("HOSTNAME");
        return named == null ? own() : named;
    }

    private static String own() {
        try {
            return Files.readString(KERNEL_NAME).strip();
        } catch (IOException elsewhere) {
            return byAddress();
        }
    }

    private static String byAddress() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
