package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release says of the program is what the build says. */
class ReleaseTest {
    private static final Path PACKAGING = Path.of("src/main/packaging");

    private static JsonNode release() throws IOException {
        return new YAMLMapper().readTree(PACKAGING.resolve("jreleaser.yml").toFile());
    }

    /** The first element of this name: the project's own come before those of its dependencies. */
    private static String inPom(String element) throws IOException {
        var matcher = Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(matcher.find()).as(element).isTrue();
        return matcher.group(1);
    }

    @Test
    void isOfTheProjectThatIsBuilt() throws IOException {
        JsonNode project = release().get("project");
        assertThat(project.get("name").asText()).isEqualTo(inPom("artifactId"));
        assertThat(project.get("version").asText()).isEqualTo(inPom("version"));
        assertThat(project.get("description").asText()).isEqualTo(inPom("description"));
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<name>" + project.get("license").asText() + "</name>");
        JsonNode java = project.get("languages").get("java");
        assertThat(java.get("groupId").asText()).isEqualTo(inPom("groupId"));
        assertThat(java.get("version").asText()).isEqualTo(inPom("maven.compiler.release"));
    }

    /** Which name each script gives to what it makes. */
    @Test
    void publishesTheFilesThatAreBuilt() throws IOException {
        String builders = Files.readString(Path.of("src/main/launcher/distribution.xml"))
                + Files.readString(PACKAGING.resolve("package.sh"))
                + Files.readString(PACKAGING.resolve("deb/build.sh"));
        JsonNode release = release();
        JsonNode distribution = release.get("distributions").get("orgctl");
        List<String> paths = Stream.concat(
                        Stream.of(distribution.get("artifacts")),
                        Stream.of(release.get("files").get("artifacts")))
                .flatMap(artifacts -> artifacts.findValuesAsText("path").stream())
                .toList();
        assertThat(paths).hasSize(4);
        for (String path : paths) {
            String name = path.replaceFirst("^target/", "").replace("{{projectVersion}}", "VERSION");
            String built = builders.replaceAll("\\$\\{?version}?", "VERSION")
                    .replace("$(uname -m)", "x86_64")
                    .replace("$architecture", "amd64");
            assertThat(built).contains("/" + name + "\"");
        }
    }

    /** Homebrew's folders, and what the archive has in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "share/bash-completion/completions/orgctl",
                "share/zsh/site-functions/_orgctl",
                "share/fish/vendor_completions.d/orgctl.fish",
                "share/man/man1",
            })
    void installsWhatTheArchiveHas(String path) throws IOException {
        String layout = Files.readString(Path.of("src/main/launcher/distribution.xml"));
        assertThat(Files.readString(PACKAGING.resolve("homebrew/formula.rb.tpl")))
                .contains("\"" + path);
        assertThat(layout)
                .contains(path.replaceFirst("share/man/man1", "\\${home}/share/man/man1")
                        .replaceFirst("^share/(bash|zsh|fish)", "$1"));
    }
}
