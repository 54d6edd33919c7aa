package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What costs time to load is not loaded by the commands that people wait for. Guards the start-up without a clock. */
class StartUpIT {
    /** Each cost some 10 to 80 ms on its first use. */
    private static final List<String> NEVER = List.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.google.",
            "com.networknt.",
            "java.sql.DriverManager",
            "java.util.EnumMap",
            "java.util.ResourceBundle",
            "java.util.logging.",
            "java.time.format.DateTimeFormatter",
            "net.thisptr.jackson.jq.",
            "org.fusesource.jansi.",
            "org.jline.",
            "org.postgresql.",
            "org.sqlite.JDBC",
            "org.sqlite.date.FastDatePrinter",
            "org.slf4j.",
            "org.yaml.snakeyaml.");

    private static final String PICOCLI = "picocli.CommandLine";
    private static final String SQLITE = "org.sqlite.";
    /** The first lambda costs some 3.5 ms, which names that are looked up are worth. */
    private static final String LAMBDA = "java.lang.invoke.InnerClassLambdaMetafactory";

    private static final String JSON = "com.fasterxml.jackson.core.";

    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeEach
    void install() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = new Installation(Installation.built(), scratch);
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
        assertThat(orgctl.run("org", "create", "Acme").exit()).isZero();
        assertThat(orgctl.run("project", "create", "Website", "--org", "acme").exit())
                .isZero();
        assertThat(orgctl.run("config", "set", "a=1", "--env", "acme/website:live")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "org list -o json,            true,  true,  true, false",
        "org list,                    false, true,  false, false",
        "config get a --env acme/website:live, true,  true,  false, true",
        "env show acme/website:live,  true,  true,  false, true",
        "config list --env acme/website:live, true, true, false, true",
        "secret list --env acme/website:live, true, true, false, true",
        "__complete organization a,   false, true,  false, false",
        "version,                     false, false, false, false",
        "--version,                   false, false, false, false",
        "org list --help,             false, false, false, false",
        "--help,                      false, false, false, false",
        "completion bash,             true,  false, false, false",
    })
    void loadsOnlyWhatItNeeds(
            String commandLine, boolean parses, boolean reads, boolean writesJson, boolean linksLambdas)
            throws Exception {
        Set<String> loaded = classesOf(commandLine);
        List<String> forbidden = new ArrayList<>(NEVER);
        require(loaded, forbidden, parses, PICOCLI);
        require(loaded, forbidden, reads, SQLITE);
        if (!reads) {
            // The driver writes its time limit with it whenever it connects: 6 ms that only a change there could save.
            forbidden.add("java.util.Formatter");
        }
        require(loaded, forbidden, writesJson, JSON);
        require(loaded, forbidden, linksLambdas, LAMBDA);
        assertThat(loaded).contains("io.github.orgctl.Main", "java.lang.Object");
        assertThat(loaded.stream().filter(name -> forbidden.stream().anyMatch(each -> isWithin(each, name))))
                .isEmpty();
    }

    /** So that a prefix that never occurs can't pass for one that is never loaded. */
    private static void require(Set<String> loaded, List<String> forbidden, boolean wanted, String prefix) {
        if (wanted) {
            assertThat(loaded.stream().anyMatch(name -> isWithin(prefix, name)))
                    .as("loads %s", prefix)
                    .isTrue();
        } else {
            forbidden.add(prefix);
        }
    }

    private static boolean isWithin(String packageOrClass, String name) {
        return packageOrClass.endsWith(".") ? name.startsWith(packageOrClass) : name.equals(packageOrClass);
    }

    private Set<String> classesOf(String commandLine) throws IOException, InterruptedException {
        Path log = scratch.resolve("classes.log");
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Xlog:class+load:file=" + log.getFileName());
        assertThat(orgctl.run(commandLine.split(" ")).exit()).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[\\S*\\s*])+ *", "").split(" ")[0])
                    .collect(Collectors.toSet());
        }
    }
}
