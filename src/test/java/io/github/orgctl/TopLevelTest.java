package io.github.orgctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository's top level: what a build or a tool leaves there by accident is not committed. */
class TopLevelTest {
    @Test
    void holdsNothingByAccident() throws IOException, InterruptedException {
        boolean hasGit = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "git")));
        assumeTrue(hasGit && Files.exists(Path.of(".git")), "not a clone");
        Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        Set<String> names = new TreeSet<>();
        for (String file : files.split("\0")) {
            names.add(file.replaceFirst("/.*", ""));
        }
        names.removeIf(name -> name.startsWith("."));

        assertThat(names).containsOnly("LICENSE", "README.md", "completions", "docs", "pom.xml", "src");
    }
}
