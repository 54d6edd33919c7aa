package io.github.orgctl.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Commands;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every script, in this process. */
class ScriptTest {
    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicNode> scripts() {
        return Scripts.on(scratch, InProcess::new);
    }

    @ParameterizedTest
    @EnumSource(Commands.class)
    void areThereForEveryNoun(Commands noun) {
        assertThat(Scripts.FOLDER.resolve(noun.word())).isDirectoryContaining("glob:**/*.txt");
    }
}
