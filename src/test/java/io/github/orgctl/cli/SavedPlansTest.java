package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that was reviewed can do nothing but what was reviewed. */
class SavedPlansTest {
    @TempDir
    private Path folder;

    private CliHarness cli;
    private Path plan;

    @BeforeEach
    void start() throws IOException {
        cli = new CliHarness(folder);
        plan = cli.work().resolve("p");
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
        cli.must("config", "set", "a=1", "b=1", "--env", "acme/website:sandbox");
        wanting(2);
    }

    private void wanting(int a) throws IOException {
        Files.writeString(
                cli.work().resolve("a.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\norganization: acme\nslug: website\n"
                        + "sandbox:\n  configuration: {a: " + a + ", b: 1}\n");
    }

    private Outcome save(String... options) {
        String[] line = new String[options.length + 5];
        String[] first = {"plan", "-f", "a.yaml", "--out", "p"};
        System.arraycopy(first, 0, line, 0, first.length);
        System.arraycopy(options, 0, line, first.length, options.length);
        return cli.run(line);
    }

    private String value() {
        return cli.must("config", "get", "a", "--env", "acme/website:sandbox").strip();
    }

    @Test
    void isAppliedOnce() throws IOException {
        assertThat(save().exit()).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
                .isEqualTo("rw-------");
        assertThat(cli.run("apply", "p").exit()).isZero();
        assertThat(value()).isEqualTo("2");
        assertThat(cli.run("apply", "p").exit()).isEqualTo(4);
    }

    @Test
    void isRefusedWhenWhatItTouchesChanged() {
        save();
        cli.must("config", "set", "b=2", "--env", "acme/website:sandbox");
        cli.must("config", "set", "b=1", "--env", "acme/website:sandbox");
        Outcome outcome = cli.run("apply", "p");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("acme/website:sandbox changed since the plan was made");
        assertThat(value()).isEqualTo("1");
    }

    @Test
    void isAppliedWhenOnlyOtherThingsChanged() {
        save();
        cli.must("config", "set", "b=2", "--env", "acme/website:live");
        cli.must("project", "create", "Other", "--org", "acme");
        assertThat(cli.run("apply", "p").exit()).isZero();
    }

    @Test
    void isRefusedAfterARestore() throws IOException {
        Path backup = folder.resolve("backup");
        Files.copy(cli.storeFile(), backup);
        cli.must("config", "set", "c=1", "--env", "acme/website:live");
        save();
        Files.copy(backup, cli.storeFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        cli.must("config", "set", "d=2", "--env", "acme/website:live");
        Outcome outcome = cli.run("apply", "p");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("restored");
    }

    @Test
    void isRefusedByAnotherStore() {
        save();
        cli.set("ORGCTL_STORE", folder.resolve("other.db").toString());
        assertThat(cli.run("apply", "p").exit()).isEqualTo(8);
    }

    @Test
    void isRefusedWithAnyByteChanged() throws IOException {
        save();
        byte[] bytes = Files.readAllBytes(plan);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(plan, changed);
            int exit = cli.run("apply", "p").exit();
            assertThat(exit).as("byte %d", i).isIn(2, 8);
            if (i > 1 && i < bytes.length - 1) {
                assertThat(exit).as("byte %d", i).isEqualTo(8);
            }
        }
        assertThat(value()).isEqualTo("1");
    }

    @Test
    void isRefusedWithOtherLineEndings() throws IOException {
        save();
        String text = Files.readString(plan);
        Files.writeString(plan, text.replace("\n", "\r\n"));
        Outcome outcome = cli.run("apply", "p");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("line endings");
        Files.writeString(plan, text + "\n");
        assertThat(cli.run("apply", "p").exit()).isEqualTo(8);
        Files.writeString(plan, text);
        assertThat(cli.run("apply", "p").exit()).isZero();
    }

    @Test
    void replacesAnEarlierOneWhateverHappens() throws IOException {
        save();
        wanting(1);
        assertThat(save().exit()).isZero();
        assertThat(cli.run("apply", "p").exit()).isZero();
        assertThat(value()).isEqualTo("1");
        Files.writeString(cli.work().resolve("a.yaml"), "broken: [");
        assertThat(save().exit()).isEqualTo(2);
        assertThat(plan).doesNotExist();
        Files.writeString(plan, "somebody's");
        assertThat(save().exit()).isEqualTo(8);
        assertThat(plan).hasContent("somebody's");
    }

    @Test
    void takesNoFurtherOptions() {
        save();
        assertThat(cli.run("apply", "p", "--project", "website").exit()).isEqualTo(2);
        assertThat(cli.run("apply", "p", "--allow-delete").exit()).isEqualTo(2);
        assertThat(cli.run("apply", "p", "-f", "a.yaml").exit()).isEqualTo(2);
        assertThat(cli.run("apply", "p", "--org", "acme").exit()).isEqualTo(2);
        assertThat(cli.run("apply").exit()).isEqualTo(2);
        assertThat(cli.run("apply", "a.yaml").exit()).isEqualTo(2);
    }

    @Test
    void opensTheGatesThatWereOpened() throws IOException {
        Files.writeString(
                cli.work().resolve("a.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\norganization: acme\nslug: website\n"
                        + "live:\n  configuration: {a: 2}\n");
        save();
        assertThat(cli.run("apply", "p").exit()).isEqualTo(8);
        save("--allow-live");
        assertThat(cli.run("apply", "p").exit()).isZero();
    }

    @Test
    void isAppliedAsShownWhateverHappensToTheFilesMeanwhile() throws IOException {
        cli.terminals("ioe").typing("n\n");
        Outcome declined = cli.run("apply", "-f", "a.yaml");
        assertThat(declined.exit()).isEqualTo(8);
        assertThat(declined.err()).contains("not confirmed: nothing was changed");
        assertThat(value()).isEqualTo("1");
        cli.typing("y\n");
        assertThat(cli.run("apply", "-f", "a.yaml").exit()).isZero();
        assertThat(value()).isEqualTo("2");
    }
}
