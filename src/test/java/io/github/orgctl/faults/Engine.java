package io.github.orgctl.faults;

import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Path;
import java.sql.SQLException;

/** The kinds of stores. */
public enum Engine {
    SQLITE {
        @Override
        public String place(Path folder) {
            return folder.resolve("store.db").toString();
        }
    },
    POSTGRES {
        @Override
        public String place(Path folder) throws SQLException {
            return PostgresPlace.fresh().address();
        }
    };

    /** Location of a store that does not exist yet. */
    public abstract String place(Path folder) throws SQLException;
}
