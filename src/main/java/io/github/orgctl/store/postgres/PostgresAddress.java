package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Location and credentials of a PostgreSQL store, parsed from a URL in the format of {@code psql}:
 * {@code postgresql://[USER[:PASSWORD]@][HOST[:PORT]][,…][/DATABASE][?OPTION=VALUE&…]}. Omitted parts come from the
 * same environment variables as for {@code psql}.
 */
public final class PostgresAddress {
    private static final String FORM =
            "use postgresql://user@host:5432/database, with the password in PGPASSWORD or ~/.pgpass";
    /** The JDBC driver's name for the option that selects the kind of server. */
    private static final String DRIVERS_TARGET = "targetServerType";

    private static final String DEFAULT_PORT = "5432";
    private static final String CONNECT_SECONDS = "10";
    private static final String SOCKET_SECONDS = "60";

    /**
     * A server.
     *
     * @param name host name or address, or the directory of a Unix socket
     */
    record Host(String name, int port) {
        boolean isSocket() {
            return name.startsWith("/");
        }

        @Override
        public String toString() {
            String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
            return shown + ":" + port;
        }
    }

    private final Map<PostgresOption, String> options = new HashMap<>();
    private final Map<String, String> environment;
    private final List<Host> hosts;

    private PostgresAddress(String address, Map<String, String> environment) {
        this.environment = environment;
        readAddress(address.substring(address.indexOf("://") + 3));
        readEnvironment();
        put(PostgresOption.USER, environment.get("USER"));
        put(PostgresOption.USER, System.getProperty("user.name"));
        put(PostgresOption.DATABASE, user());
        put(PostgresOption.HOST, "localhost");
        put(PostgresOption.CONNECT_TIMEOUT, CONNECT_SECONDS);
        put(PostgresOption.SOCKET_TIMEOUT, SOCKET_SECONDS);
        put(PostgresOption.APPLICATION_NAME, "orgctl");
        connectSeconds();
        socketSeconds();
        hosts = readHosts();
        rejectBackslash(schema());
    }

    /**
     * @throws Failure USAGE if the URL is invalid; the message never repeats it, because it may contain a password
     */
    public static PostgresAddress parse(String address, Map<String, String> environment) {
        return new PostgresAddress(address, environment);
    }

    private void readAddress(String rest) {
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        int slash = path.indexOf('/');
        String authority = slash < 0 ? path : path.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (question >= 0) {
            readOptions(rest.substring(question + 1));
        }
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            put(PostgresOption.USER, decoded(colon < 0 ? login : login.substring(0, colon)));
            put(PostgresOption.PASSWORD, colon < 0 ? null : decoded(login.substring(colon + 1)));
        }
        put(PostgresOption.DATABASE, slash < 0 ? null : decoded(path.substring(slash + 1)));
        readServers(authority.substring(at + 1));
    }

    /** Parses hosts and ports the way {@code psql} does: two lists of equal length. */
    private void readServers(String servers) {
        if (servers.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String server : servers.split(",", -1)) {
            int colon = server.lastIndexOf(':');
            boolean hasPort = colon > server.lastIndexOf(']');
            String name = hasPort ? server.substring(0, colon) : server;
            names.add(
                    decoded(name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name));
            ports.add(hasPort ? server.substring(colon + 1) : "");
        }
        put(PostgresOption.HOST, String.join(",", names));
        boolean anyPort = !String.join("", ports).isEmpty();
        put(PostgresOption.PORT, anyPort ? String.join(",", ports) : null);
    }

    private void readOptions(String text) {
        for (String option : text.split("&")) {
            int equals = option.indexOf('=');
            if (equals <= 0) {
                throw Failure.usage("the store's address has an option without a value", FORM);
            }
            String name = decoded(option.substring(0, equals));
            String value = decoded(option.substring(equals + 1));
            if (name.equals(DRIVERS_TARGET)) {
                name = PostgresOption.TARGET_SESSION_ATTRIBUTES.label();
                value = value.equals("secondary") ? "standby" : value;
                value = value.equals("preferSecondary") ? PostgresConnector.PREFER_STANDBY : value;
            }
            PostgresOption known = PostgresOption.named(name);
            options.put(known, known.checked(value, "the store's address"));
        }
    }

    private void readEnvironment() {
        for (PostgresOption option : PostgresOption.values()) {
            String value = option.variable() == null ? null : environment.get(option.variable());
            if (value != null && !value.isEmpty() && !options.containsKey(option)) {
                options.put(option, option.checked(value, option.variable()));
            }
        }
    }

    private void put(PostgresOption option, String value) {
        if (value != null && !value.isEmpty()) {
            options.putIfAbsent(option, value);
        }
    }

    private List<Host> readHosts() {
        String[] names = get(PostgresOption.HOST).split(",", -1);
        String given = get(PostgresOption.PORT);
        String[] ports = (given == null ? "" : given).split(",", -1);
        if (ports.length != 1 && ports.length != names.length) {
            throw Failure.usage(
                    "the store has " + Count.of(names.length, "host") + " and " + Count.of(ports.length, "port"));
        }
        List<Host> list = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String port = ports.length == 1 ? ports[0] : ports[i];
            list.add(new Host(host(names[i]), number(port.isEmpty() ? DEFAULT_PORT : port, "port", 65_535)));
        }
        return list;
    }

    private static String host(String name) {
        if (name.startsWith("@") || name.indexOf('/') > 0) {
            throw Failure.usage("the store's address has a malformed host", FORM);
        }
        return name.isEmpty() ? "localhost" : name;
    }

    private static int number(String text, String what, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Reported below, without the text.
        }
        throw Failure.usage("the store's address has an invalid " + what, "use a number from 1 to " + most);
    }

    private static void rejectBackslash(String schema) {
        if (schema != null && schema.indexOf('\\') >= 0) {
            throw Failure.usage("the store's address has an invalid currentSchema", "use the schema's name");
        }
    }

    /** Percent-decodes a part of the URL. A plus sign stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Failure.usage("the store's address has a malformed % escape", FORM);
        }
    }

    /** The option's value, or null if it is not set. */
    String get(PostgresOption option) {
        return options.get(option);
    }

    /** Hosts in the order in which they are tried. */
    List<Host> hosts() {
        return hosts;
    }

    String user() {
        return get(PostgresOption.USER);
    }

    String database() {
        return get(PostgresOption.DATABASE);
    }

    /** The schema in the search path, or null for the server's default. */
    String schema() {
        return get(PostgresOption.SCHEMA);
    }

    /** Time limit for connecting and logging in. */
    int connectSeconds() {
        return number(get(PostgresOption.CONNECT_TIMEOUT), PostgresOption.CONNECT_TIMEOUT.label(), 600);
    }

    /** Time limit for a single response. */
    int socketSeconds() {
        return number(get(PostgresOption.SOCKET_TIMEOUT), PostgresOption.SOCKET_TIMEOUT.label(), 86_400);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Properties passed to the driver, under the driver's names. */
    Properties properties() {
        Properties properties = new Properties();
        options.forEach((option, value) -> {
            if (option.property() != null) {
                properties.setProperty(option.property(), value);
            }
        });
        if (PostgresOption.SYSTEM.equals(get(PostgresOption.SSL_ROOT_CERTIFICATE))) {
            properties.setProperty(PostgresOption.SSL_MODE.property(), "verify-full");
        }
        return properties;
    }

    /** The address without its password, for display. Of the options it includes only the schema. */
    public String shown() {
        List<String> shown = new ArrayList<>();
        for (Host host : hosts) {
            shown.add(host.toString());
        }
        String schema = schema() == null
                ? ""
                : "?" + PostgresOption.SCHEMA.label() + "="
                        + URLEncoder.encode(schema(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("%2C", ",");
        return "postgresql://" + user() + "@" + String.join(",", shown) + "/" + database() + schema;
    }
}
