package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.OptionalAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests that run against every database, each with a store that does not exist yet. */
public abstract class StoreBase {
    /** A location for a store, with ways to access it. */
    public interface Place {
        public Store open();

        /** Opens a raw connection, as with the database's own tools. */
        public Connection byHand() throws SQLException;
    }

    public Place place;
    public Store store;

    public abstract Place newPlace() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        place = newPlace();
        store = place.open();
    }

    public void sql(String... commands) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    public <T> ListAssert<T> assertRows(Function<Tx, List<T>> work) {
        return assertThat(read(store, work));
    }

    public <T> OptionalAssert<T> assertFound(Function<Tx, Optional<T>> work) {
        return assertThat(read(store, work));
    }

    public static Failure failure(ThrowingCallable work) {
        Failure failure = catchThrowableOfType(Failure.class, work);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
