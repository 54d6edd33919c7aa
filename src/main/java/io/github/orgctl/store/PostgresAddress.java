package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * Where a PostgreSQL store is and how to log in, from an address as {@code psql} takes it:
 * {@code postgresql://[USER[:PASSWORD]@][HOST[:PORT]][/DATABASE][?OPTION=VALUE&…]}. What it leaves out comes from the
 * same environment variables.
 */
final class PostgresAddress {
    private final String hosts;
    private final String database;
    private final Properties properties;

    private PostgresAddress(String hosts, String database, Properties properties) {
        this.hosts = hosts;
        this.database = database;
        this.properties = properties;
    }

    /**
     * @throws Failure USAGE when the address can't be read; never repeats it, because it may hold a password
     */
    static PostgresAddress parse(String address, Map<String, String> environment) {
        try {
            return read(address.substring(address.indexOf("://") + 3), environment);
        } catch (IllegalArgumentException malformed) {
            throw Failure.usage(
                    "the store's address has a malformed % escape",
                    "it looks like postgresql://user@host:5432/database, with the password in PGPASSWORD or ~/.pgpass");
        }
    }

    private static PostgresAddress read(String rest, Map<String, String> environment) {
        Properties properties = new Properties();
        int question = rest.indexOf('?');
        if (question >= 0) {
            readOptions(rest.substring(question + 1), properties);
        }
        String path = question < 0 ? rest : rest.substring(0, question);
        int slash = path.indexOf('/');
        String authority = slash < 0 ? path : path.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            readLogin(authority.substring(0, at), properties);
        }
        fill(properties, "user", environment, "PGUSER");
        fill(properties, "user", environment, "USER");
        fill(properties, "password", environment, "PGPASSWORD");
        fill(properties, "sslmode", environment, "PGSSLMODE");
        String database = decoded(slash < 0 ? "" : path.substring(slash + 1));
        String hosts = hosts(authority.substring(at + 1), environment);
        String user = properties.getProperty("user", "");
        return new PostgresAddress(hosts, or(database, environment.get("PGDATABASE"), user), properties);
    }

    private static void readOptions(String options, Properties properties) {
        for (String option : options.split("&")) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                properties.setProperty(decoded(option.substring(0, equals)), decoded(option.substring(equals + 1)));
            }
        }
    }

    private static void readLogin(String login, Properties properties) {
        int colon = login.indexOf(':');
        properties.setProperty("user", decoded(colon < 0 ? login : login.substring(0, colon)));
        if (colon >= 0) {
            properties.setProperty("password", decoded(login.substring(colon + 1)));
        }
    }

    private static String hosts(String given, Map<String, String> environment) {
        if (!given.isEmpty()) {
            return given;
        }
        return or("", environment.get("PGHOST"), "localhost") + ":" + or("", environment.get("PGPORT"), "5432");
    }

    private static void fill(Properties properties, String name, Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (!properties.containsKey(name) && value != null) {
            properties.setProperty(name, value);
        }
    }

    private static String or(String first, String second, String last) {
        return !first.isEmpty() ? first : second != null && !second.isEmpty() ? second : last;
    }

    /** In an address a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For the driver; holds neither user nor password. */
    String jdbcUrl() {
        String escaped = URLEncoder.encode(database, StandardCharsets.UTF_8);
        return "jdbc:postgresql://" + hosts + "/" + escaped.replace("+", "%20");
    }

    /** For the driver, the password among them. */
    Properties properties() {
        return properties;
    }

    /** For people: without the password and the options, which may hold another. */
    String shown() {
        String user = properties.getProperty("user");
        return "postgresql://" + (user == null ? "" : user + "@") + hosts + "/" + database;
    }
}
