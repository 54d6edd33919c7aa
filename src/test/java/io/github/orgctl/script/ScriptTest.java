package io.github.orgctl.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every script, in this process: once with a file as its store, and once with a database. */
class ScriptTest {
    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicNode> onSqlite() {
        return Scripts.on(scratch, Script.Engine.SQLITE, InProcess::new);
    }

    @TestFactory
    Stream<DynamicNode> onPostgres() {
        return Scripts.on(scratch, Script.Engine.POSTGRESQL, ScriptTest::onServer);
    }

    private static Machine onServer(Path folder) {
        try {
            return new InProcess(folder, PostgresPlace.fresh().address());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @ParameterizedTest
    @EnumSource(Commands.class)
    void areThereForEveryNoun(Commands noun) {
        assertThat(Scripts.FOLDER.resolve(noun.word())).isDirectoryContaining("glob:**/*.txt");
    }
}
