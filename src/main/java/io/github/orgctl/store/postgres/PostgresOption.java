package io.github.orgctl.store.postgres;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * The options supported in the URL of a PostgreSQL store, with the names that {@code psql} uses. No other option
 * reaches the driver: some of the driver's own options load classes by name, others change behaviour that the tables
 * rely on.
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
            "standby",
            "prefer-standby"),
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

    /** Value that selects the certificate authorities trusted by Java. */
    static final String SYSTEM = "system";

    private final String label;
    private final String variable;
    private final String property;
    /** Allowed values, or empty if any value is allowed. */
    private final String values;

    PostgresOption(String label, String variable, String property, String... values) {
        this.label = label;
        this.variable = variable;
        this.property = property;
        this.values = String.join(", ", values);
    }

    /** Name of the option in a URL. */
    String label() {
        return label;
    }

    /** Environment variable that sets the option, or null. */
    String variable() {
        return variable;
    }

    /** Name of the driver's property, or null if it is not passed to the driver. */
    String property() {
        return property;
    }

    /**
     * Returns the option with a name.
     *
     * @throws Failure USAGE if there is none
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

    /** Whether the name is safe to print; anything else may be part of a password. */
    private static boolean isWord(String name) {
        return name.length() <= 40 && name.chars().allMatch(c -> c == '_' || c < 128 && Character.isLetter(c));
    }

    /**
     * Validates a value. The value never appears in a message unless it consists of a few letters.
     *
     * @param source the URL or the environment variable that the value comes from
     * @throws Failure USAGE if the option does not allow the value
     */
    String checked(String value, String source) {
        if (!values.isEmpty() && !List.of(values.split(", ")).contains(value)) {
            throw Failure.usage(source + ": " + label + " has an invalid value", label + " is one of " + values);
        }
        return value;
    }
}
