package io.github.orgctl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.Failure;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PostgresAddressTest {
    @Test
    void everythingCanBeInTheAddress() {
        PostgresAddress address = PostgresAddress.parse(
                "postgres://me:p%40ss+1@db.example:5433/my%20db?sslmode=require&a=b%26c", Map.of());
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/my%20db");
        assertThat(address.properties()).containsEntry("user", "me").containsEntry("password", "p@ss+1");
        assertThat(address.properties()).containsEntry("sslmode", "require").containsEntry("a", "b&c");
        assertThat(address.shown()).isEqualTo("postgresql://me@db.example:5433/my db");
    }

    @Test
    void whatIsLeftOutComesFromTheEnvironment() {
        Map<String, String> environment = Map.of(
                "PGHOST", "h", "PGPORT", "1", "PGUSER", "u", "PGPASSWORD", "p", "PGDATABASE", "d", "USER", "other");
        PostgresAddress address = PostgresAddress.parse("postgresql://", environment);
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://h:1/d");
        assertThat(address.properties()).containsEntry("user", "u").containsEntry("password", "p");
        PostgresAddress given = PostgresAddress.parse("postgresql://me:mine@host/db", environment);
        assertThat(given.jdbcUrl()).isEqualTo("jdbc:postgresql://host/db");
        assertThat(given.properties()).containsEntry("user", "me").containsEntry("password", "mine");
    }

    @Test
    void withoutAnythingItIsTheUsersDatabaseHere() {
        PostgresAddress address = PostgresAddress.parse("postgresql://", Map.of("USER", "me"));
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/me");
        Properties properties = address.properties();
        assertThat(properties.getProperty("password")).isNull();
    }

    @Test
    void aMalformedAddressIsNotRepeated() {
        Failure failure = catchThrowableOfType(
                Failure.class, () -> PostgresAddress.parse("postgresql://me:secret%zz@host/db", Map.of()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure.getMessage()).doesNotContain("secret");
        assertThat(failure.getCause()).isNull();
    }
}
