package io.github.orgctl.store.postgres;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * The options that a PostgreSQL store's address may have, by the names that {@code psql} gives them. Nothing else reaches
 * the driver: some of its own options load classes by name, and others make it answer in ways the tables don't expect.
 */
public enum PostgresOption {
    HOST("host", "PGHOST", null),
    PORT("port", "PGPORT", null),
    DATABASE("dbname", "PGDATABASE", null),
    USER("user", "PGUSER", null),
    PASSWORD("password", "PGPASSWORD", null),
    PASSWORD_FILE("passfile", "PGPASSFILE", null),
    CONNECT_TIMEOUT("connect_timeout", "PGCONNECT_TIMEOUT", null),
    TARGET_SESSION_ATTRIBUTES(
            "target_session_attrs",
            "PGTARGETSESSIONATTRS",
            null,
            "any",
            "read-write",
            "read-only",
            "primary",
            "standby"),
    SSL_MODE("sslmode", "PGSSLMODE", "sslmode", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
    SSL_ROOT_CERTIFICATE("sslrootcert", "PGSSLROOTCERT", "sslrootcert"),
    SSL_CERTIFICATE("sslcert", "PGSSLCERT", "sslcert"),
    SSL_KEY("sslkey", "PGSSLKEY", "sslkey"),
    SSL_PASSWORD("sslpassword", null, "sslpassword"),
    SSL_NEGOTIATION("sslnegotiation", "PGSSLNEGOTIATION", "sslNegotiation", "postgres", "direct"),
    CHANNEL_BINDING("channel_binding", "PGCHANNELBINDING", "channelBinding", "disable", "prefer", "require"),
    GSS_ENCRYPTION_MODE("gssencmode", "PGGSSENCMODE", "gssEncMode", "disable", "prefer", "require"),
    APPLICATION_NAME("application_name", "PGAPPNAME", "ApplicationName"),
    SERVER_OPTIONS("options", "PGOPTIONS", "options"),
    SCHEMA("currentSchema", null, null),
    SOCKET_TIMEOUT("socketTimeout", null, null);

    private final String label;
    private final String variable;
    private final String property;
    /** All that it may be, or empty where it may be anything. */
    private final String values;

    PostgresOption(String label, String variable, String property, String... values) {
        this.label = label;
        this.variable = variable;
        this.property = property;
        this.values = String.join(", ", values);
    }

    /** The name it has in an address. */
    String label() {
        return label;
    }

    /** The environment variable that sets it, or null. */
    String variable() {
        return variable;
    }

    /** What the driver calls it, or null for what the driver isn't told. */
    String property() {
        return property;
    }

    /**
     * The option of that name.
     *
     * @throws Failure USAGE when there is none
     */
    static PostgresOption named(String name) {
        List<String> labels = new ArrayList<>();
        for (PostgresOption option : values()) {
            if (option.label.equals(name)) {
                return option;
            }
            labels.add(option.label);
        }
        String question = Nearest.question(name, labels);
        throw Failure.usage(
                "the store's address has an unknown option" + (isWord(name) ? " '" + name + "'" : ""),
                question != null ? question : "options: " + String.join(", ", labels));
    }

    /** What is no word may be a part of a password. */
    private static boolean isWord(String name) {
        return name.length() <= 40 && name.chars().allMatch(c -> c == '_' || c < 128 && Character.isLetter(c));
    }

    /**
     * The value, which never appears in a message unless it is one of a few words.
     *
     * @param source the address, or the environment variable that it stands in
     * @throws Failure USAGE when the option has no such value
     */
    String checked(String value, String source) {
        if (!values.isEmpty() && !List.of(values.split(", ")).contains(value)) {
            throw Failure.usage(source + ": " + label + " has an invalid value", label + " is one of " + values);
        }
        return value;
    }
}
