package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is checked in with what is generated; with {@code -Dgenerate} it renews what is checked in. */
class GeneratedFilesTest {
    static List<GeneratedFile> files() {
        return GeneratedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isCurrent(GeneratedFile file) throws IOException {
        if (System.getProperty("generate") != null) {
            file.renew();
        }
        assertThat(file.present())
                .withFailMessage("%s is stale: renew it with: %s", file.path(), GeneratedFiles.COMMAND)
                .isEqualTo(file.wanted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/reference", "docs/man"})
    void noPageIsLeftOverFromACommandThatIsGone(Path folder) throws IOException {
        List<Path> generated = files().stream().map(GeneratedFile::path).toList();
        try (Stream<Path> pages = Files.list(folder)) {
            assertThat(pages).isSubsetOf(generated);
        }
    }
}
