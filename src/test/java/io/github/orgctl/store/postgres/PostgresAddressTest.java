package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.JdbcStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    private static PostgresAddress parse(String address) {
        return PostgresAddress.parse(address, Map.of("USER", "me"));
    }

    @Test
    void everythingCanBeInTheAddress() {
        PostgresAddress address = parse("postgres://me:p%40ss+1@db.example:5433/my%20db?sslmode=require&options=b%26c");
        assertThat(address.get(PostgresOption.PASSWORD)).isEqualTo("p@ss+1");
        assertThat(address.properties())
                .containsEntry("sslmode", "require")
                .containsEntry("options", "b&c")
                .doesNotContainKey("password");
        assertThat(address.shown()).isEqualTo("postgresql://me@db.example:5433/my db");
    }

    @Test
    void whatIsLeftOutComesFromTheEnvironment() {
        Map<String, String> environment = Map.of(
                "PGHOST", "h", "PGPORT", "1", "PGUSER", "u", "PGPASSWORD", "p", "PGDATABASE", "d", "USER", "other");
        PostgresAddress address = PostgresAddress.parse("postgresql://", environment);
        assertThat(address.shown()).isEqualTo("postgresql://u@h:1/d");
        assertThat(address.get(PostgresOption.PASSWORD)).isEqualTo("p");
        PostgresAddress given = PostgresAddress.parse("postgresql://me:mine@host:2/db", environment);
        assertThat(given.shown()).isEqualTo("postgresql://me@host:2/db");
        assertThat(given.get(PostgresOption.PASSWORD)).isEqualTo("mine");
    }

    @Test
    void withoutAnythingItIsTheUsersDatabaseHere() {
        assertThat(parse("postgresql://").shown()).isEqualTo("postgresql://me@localhost:5432/me");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://a,b/d | | postgresql://me@a:5432,b:5432/d",
                "postgresql://a,b/d | 7 | postgresql://me@a:7,b:7/d",
                "postgresql://a:1,b/d | 7 | postgresql://me@a:1,b:5432/d",
                "postgresql://[::1]:5/d | | postgresql://me@[::1]:5/d",
                "postgresql://%2Frun%2Fpg/d | | postgresql://me@/run/pg:5432/d",
                "postgresql:///d?host=/run/pg&port=5433 | | postgresql://me@/run/pg:5433/d",
                "postgresql://x@/?dbname=d&user=y&host=h | | postgresql://y@h:5432/d"
            })
    void hostsAndPortsAreThoseOfPsql(String address, String port, String shown) {
        Map<String, String> environment = port == null ? Map.of("USER", "me") : Map.of("USER", "me", "PGPORT", port);
        assertThat(PostgresAddress.parse(address, environment).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "connect_timeout=3",
        "target_session_attrs=read-write",
        "sslmode=verify-full",
        "sslrootcert=system",
        "channel_binding=require",
        "application_name=x",
        "options=-c%20a=b"
    })
    void optionsHaveTheirNamesInPsql(String option) {
        assertThat(parse("postgresql://h/d?" + option).shown()).isEqualTo("postgresql://me@h:5432/d");
    }

    @Test
    void theSchemaIsAPartOfThePlace() {
        assertThat(parse("postgresql://h/d?currentSchema=team&sslmode=require").shown())
                .isEqualTo("postgresql://me@h:5432/d?currentSchema=team");
        String several = "postgresql://me@h:5432/d?currentSchema=%22a%20b%22,c";
        assertThat(parse(several).shown()).isEqualTo(several);
    }

    @ParameterizedTest
    @CsvSource({
        "sslmdoe=require,did you mean sslmode",
        "connectTimeout=3,did you mean connect_timeout",
        "reWriteBatchedInserts=true,options:",
        "socketFactory=java.lang.Object,options:",
        "authenticationPluginClassName=X,options:",
        "sslfactory=X,options:",
        "loggerFile=/tmp/x,options:",
        "service=x,options:",
        "sslmode=prefered,sslmode is one of",
        "target_session_attrs=master,one of any",
        "connect_timeout=0,from 1 to 600",
        "connect_timeout=x,from 1 to 600",
        "port=0,from 1 to 65535",
        "port=1%2C2,",
        "password,use postgresql:"
    })
    void otherOptionsAndValuesAreRefused(String option, String hint) {
        Failure failure = refused("postgresql://h/d?" + option);
        assertThat(String.valueOf(failure.hint())).contains(hint == null ? "" : hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:secret%zz@host/db",
                "postgresql://me:se?cret=secret@host/db",
                "postgresql://host/db?password",
                "postgresql://host/db?secret:1=x",
                "postgresql://host/db?sslmode=secret",
                "postgresql://me:secret/x@host/db",
                "postgresql://host:secret/db"
            })
    void aMalformedAddressIsNotRepeated(String address) {
        Failure failure = refused(address);
        assertThat(failure.getMessage() + failure.hint()).doesNotContain("secret");
        assertThat(failure.getCause()).isNull();
        assertThat(JdbcStore.shown(address, Map.of())).isEqualTo("postgresql://…");
    }

    private static Failure refused(String address) {
        Failure failure = catchThrowableOfType(Failure.class, () -> parse(address));
        assertThat(failure).as(address).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        return failure;
    }

    @Test
    void onlyTheStoresOfServersAreShownInAnotherForm() {
        assertThat(JdbcStore.shown("/a/b.db", Map.of())).isEqualTo("/a/b.db");
        assertThat(JdbcStore.shown("mysql://me:secret@h/d", Map.of())).isEqualTo("mysql://…");
        assertThat(JdbcStore.shown("postgres://me:secret@h/d?sslmode=require&password=secret", Map.of()))
                .isEqualTo("postgresql://me@h:5432/d");
    }
}
