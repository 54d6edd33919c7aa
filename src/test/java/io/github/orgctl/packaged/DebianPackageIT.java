package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.host.Version;
import io.github.orgctl.packaged.Installation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Debian package, made of the installation that the build has laid out, and installed by dpkg in a root of its own.
 * {@code src/bench/deb.sh} does more in a whole Debian.
 */
class DebianPackageIT {
    private static final Path PACKAGING = Path.of("src/main/packaging").toAbsolutePath();
    private static final String TIME = "2026-01-01T00:00:00Z";
    private static final String NEXT = Version.VERSION + "+next";
    private static final String HOME = "usr/lib/orgctl";

    @TempDir
    static Path built;

    private static Path installation;

    @TempDir
    Path scratch;

    private Path root;
    private Installation orgctl;

    @BeforeAll
    static void makeRuntime() throws Exception {
        for (String tool : List.of("dpkg", "dpkg-deb", "objdump", "strip", "bash")) {
            boolean installed =
                    execute(built, "/bin/sh", "-c", "command -v " + tool).exit() == 0;
            assumeTrue(installed || System.getenv("CI") != null, "needs " + tool);
        }
        installation = Installation.copyTo(built.toRealPath().resolve("installation"));
        if (!Files.isDirectory(installation.resolve("runtime"))) {
            must(PACKAGING.resolve("runtime.sh"), installation, System.getProperty("java.home"), TIME);
        }
        build(Version.VERSION);
        build(NEXT);
    }

    @BeforeEach
    void makeRoot() throws IOException {
        root = scratch.toRealPath().resolve("root");
        Path database = root.resolve("var/lib/dpkg");
        Files.createDirectories(database.resolve("info"));
        Files.createDirectories(database.resolve("updates"));
        Files.createFile(database.resolve("status"));
        orgctl = new Installation(root.resolve(HOME), scratch.toRealPath());
        orgctl.env.put("PATH", root.resolve("usr/bin") + ":/usr/bin:/bin");
    }

    private static void build(String version) throws Exception {
        must(PACKAGING.resolve("deb/build.sh"), installation, version, TIME, built, "none");
    }

    private static Path deb(String version) throws IOException {
        try (Stream<Path> files = Files.list(built)) {
            return files.filter(file -> file.getFileName().toString().startsWith("orgctl_" + version + "_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Run execute(Path scratch, Object... words) throws IOException, InterruptedException {
        Installation tools = new Installation(Installation.built(), scratch);
        tools.env.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        String[] arguments = Stream.of(words).skip(1).map(Object::toString).toArray(String[]::new);
        return tools.runAs(words[0].toString(), arguments);
    }

    private static String must(Object... words) throws IOException, InterruptedException {
        Run run = execute(built, words);
        assertThat(run.exit()).as("%s: %s", List.of(words), run).isZero();
        return run.out();
    }

    /** Without a root's own programs and rights, for which dpkg has the scripts run outside it. */
    private String dpkg(Object... words) throws IOException, InterruptedException {
        List<Object> command = new ArrayList<>(List.of(
                "/usr/bin/dpkg",
                "--root=" + root,
                "--log=" + scratch.resolve("dpkg.log"),
                "--force-script-chrootless,not-root,depends"));
        command.addAll(List.of(words));
        return must(command.toArray());
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Run run = orgctl.runAs(root.resolve("usr/bin/orgctl").toString(), arguments);
        assertThat(run.exit()).as("%s", run).isZero();
        return run.out();
    }

    @Test
    void holdsWhatBelongsToAPackage() throws Exception {
        List<String> lines = must("/usr/bin/dpkg-deb", "--contents", deb(Version.VERSION))
                .lines()
                .toList();
        assertThat(lines).allMatch(line -> line.matches("[dl-](rwxr-xr-x|rw-r--r--|rwxrwxrwx) root/root .*"));
        assertThat(lines).allMatch(line -> line.startsWith("l") || !line.startsWith("rwxrwxrwx", 1));
        List<String> expected = new ArrayList<>(List.of(
                "usr/bin/orgctl -> ../lib/orgctl/bin/orgctl",
                "usr/share/bash-completion/completions/orgctl",
                "usr/share/doc/orgctl/changelog.gz",
                "usr/share/doc/orgctl/copyright",
                "usr/share/fish/vendor_completions.d/orgctl.fish",
                "usr/share/lintian/overrides/orgctl",
                "usr/share/zsh/vendor-completions/_orgctl"));
        try (Stream<Path> pages = Files.list(Path.of("docs/man"))) {
            pages.forEach(page -> expected.add("usr/share/man/man1/" + page.getFileName() + ".gz"));
        }
        assertThat(lines.stream()
                        .filter(line -> !line.startsWith("d"))
                        .map(line -> line.replaceFirst(".*? \\./", ""))
                        .filter(file -> !file.startsWith(HOME) && !file.startsWith("usr/share/doc/orgctl/java/")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void saysWhatItIsAndNeeds() throws Exception {
        String info = must("/usr/bin/dpkg-deb", "--info", deb(Version.VERSION));
        String machine = must("/usr/bin/dpkg", "--print-architecture").strip();
        assertThat(info)
                .contains(" postinst ", " postrm ", " prerm ", " md5sums ")
                .contains(
                        " Package: orgctl\n", " Version: " + Version.VERSION + "\n", " Architecture: " + machine + "\n")
                .containsPattern(" Depends: libc6 \\(>= 2\\.\\d+\\)(, [a-z0-9+-]+)*\n")
                .containsPattern(" Installed-Size: [0-9]{5,}\n")
                .doesNotContainPattern("@[A-Z]");
    }

    @Test
    void isInstalledUpgradedAndRemoved() throws Exception {
        dpkg("--install", deb(Version.VERSION));
        assertThat(run("--version")).isEqualTo("orgctl " + Version.VERSION + "\n");
        assertThat(run("org", "create", "Acme", "-o", "ids")).hasSize(37);
        Path archive = archive();
        assertThat(archive).isDirectoryContaining("glob:**/orgctl.jsa");

        // What the old one made goes, and the new one makes its own.
        Path left = Files.createFile(archive.resolve("left"));
        dpkg("--install", deb(NEXT));
        assertThat(left).doesNotExist();
        assertThat(archive()).isDirectoryContaining("glob:**/orgctl.jsa");
        assertThat(run("org", "list", "-o", "tsv", "--no-header", "--fields", "slug"))
                .isEqualTo("acme\n");

        dpkg("--remove", "orgctl");
        assertThat(filesOf()).allMatch(file -> file.startsWith("var/lib/dpkg"));
        dpkg("--purge", "orgctl");
        assertThat(filesOf()).isEmpty();
    }

    /** The archive that is in use, from which every class is loaded, while nothing in the package has changed. */
    private Path archive() throws Exception {
        String detail = run("doctor", "--jq", ".[] | select(.check == \"archive\") | .detail")
                .strip();
        assertThat(detail).startsWith("in use: " + root.resolve(HOME) + "/lib/archive/");
        Path log = scratch.resolve("classes.log");
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Xshare:on -Xlog:class+load:file=" + log);
        run("version");
        orgctl.env.remove("ORGCTL_JAVA_OPTIONS");
        assertThat(log)
                .content()
                .contains("io.github.orgctl.Main source: shared")
                .doesNotContain("orgctl.jar");
        assertThat(orgctl.cache).doesNotExist();
        assertThat(dpkg("--verify", "orgctl")).isEmpty();
        return Path.of(detail.substring("in use: ".length()));
    }

    private List<Path> filesOf() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .filter(file -> file.toString().contains("orgctl"))
                    .toList();
        }
    }
}
