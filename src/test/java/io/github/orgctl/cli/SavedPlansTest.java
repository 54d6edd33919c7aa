package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Cli;
import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applying a saved plan does only what was reviewed. */
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
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
        assertThat(value()).isEqualTo("2");
        assertThat(cli.run("apply", "p", "--yes").exit()).isEqualTo(4);
    }

    @Test
    void isRefusedWhenWhatItTouchesChanged() {
        save();
        cli.must("config", "set", "b=2", "--env", "acme/website:sandbox");
        cli.must("config", "set", "b=1", "--env", "acme/website:sandbox");
        Outcome outcome = cli.run("apply", "p", "--yes");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("acme/website:sandbox changed since the plan was made");
        assertThat(value()).isEqualTo("1");
    }

    @Test
    void isAppliedWhenOnlyOtherThingsChanged() {
        save();
        cli.must("config", "set", "b=2", "--env", "acme/website:live");
        cli.must("project", "create", "Other", "--org", "acme");
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
    }

    @Test
    void isRefusedAfterARestore() throws IOException {
        Path backup = folder.resolve("backup");
        Files.copy(cli.storeFile(), backup);
        cli.must("config", "set", "c=1", "--env", "acme/website:live");
        save();
        Files.copy(backup, cli.storeFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        cli.must("config", "set", "d=2", "--env", "acme/website:live");
        Outcome outcome = cli.run("apply", "p", "--yes");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("restored");
    }

    @Test
    void isRefusedByAnotherStore() {
        save();
        cli.set("ORGCTL_STORE", folder.resolve("other.db").toString());
        assertThat(cli.run("apply", "p", "--yes").exit()).isEqualTo(8);
    }

    @Test
    void isRefusedWithAnyByteChanged() throws IOException {
        save();
        byte[] bytes = Files.readAllBytes(plan);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(plan, changed);
            int exit = cli.run("apply", "p", "--yes").exit();
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
        Outcome outcome = cli.run("apply", "p", "--yes");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("line endings");
        Files.writeString(plan, text + "\n");
        assertThat(cli.run("apply", "p", "--yes").exit()).isEqualTo(8);
        Files.writeString(plan, text);
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
    }

    @Test
    void replacesAnEarlierOneWhateverHappens() throws IOException {
        save();
        wanting(1);
        assertThat(save().exit()).isZero();
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
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
        assertThat(cli.run("apply", "p", "--yes").exit()).isEqualTo(8);
        save("--allow-live");
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
    }

    @Test
    void isAppliedAsShownWhateverHappensToTheFilesMeanwhile() throws IOException {
        cli.terminals("ioe").typing("n\n");
        Outcome declined = cli.run("apply", "-f", "a.yaml");
        assertThat(declined.exit()).isEqualTo(8);
        assertThat(declined.err())
                .contains("not confirmed: nothing was changed")
                .doesNotContain("updated");
        assertThat(value()).isEqualTo("1");
        cli.typing("y\n");
        assertThat(cli.run("apply", "-f", "a.yaml").exit()).isZero();
        assertThat(value()).isEqualTo("2");
    }

    @Test
    void isShownAndAskedAbout() {
        save();
        Outcome unconfirmed = cli.run("apply", "p");
        assertThat(unconfirmed.exit()).isEqualTo(8);
        assertThat(unconfirmed.err()).contains("confirm it with --yes");
        cli.terminals("ioe").typing("n\n");
        Outcome declined = cli.run("apply", "p");
        assertThat(declined.exit()).isEqualTo(8);
        assertThat(declined.err()).contains("acme/website:sandbox", "Apply these changes?", "nothing was changed");
        assertThat(value()).isEqualTo("1");
        cli.typing("y\n");
        assertThat(cli.run("apply", "p").exit()).isZero();
        assertThat(value()).isEqualTo("2");
    }

    @Test
    void isShownOnlyWhereItStillHolds() {
        save();
        cli.must("config", "set", "b=2", "--env", "acme/website:sandbox");
        cli.terminals("ioe").typing("y\n");
        Outcome outcome = cli.run("apply", "p");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).doesNotContain("Apply these changes?");
    }

    @Test
    void goesThroughAPipe() {
        Outcome written = cli.run("plan", "-f", "a.yaml", "--out", "-");
        assertThat(written.exit()).isEqualTo(1);
        assertThat(written.err()).isEqualTo("orgctl: 0 to create, 1 to update, 0 to delete\n");
        assertThat(cli.work().resolve("-")).doesNotExist();
        cli.typing(written.out());
        assertThat(cli.run("apply", "-", "--yes").exit()).isZero();
        assertThat(value()).isEqualTo("2");
        cli.typing("nothing");
        assertThat(cli.run("apply", "-").err()).contains("standard input is not a saved plan");
        assertThat(cli.run("plan", "-f", "a.yaml", "--out", "-", "--format", "json")
                        .exit())
                .isEqualTo(2);
    }

    /** A line that is not run leaves what is there. */
    @Test
    void anEarlierOneStaysWhereNoneCanBeWritten() throws IOException {
        save();
        Files.writeString(cli.work().resolve("lines"), "plan -f a.yaml --out p\n");
        assertThat(cli.run("batch", "-f", "lines", "--atomic").exit()).isEqualTo(2);
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
    }

    /** One of two that apply it at the same time does; the other finds it outdated. */
    @Test
    void isAppliedByOneOfTwoAtOnce() throws Exception {
        for (int i = 2; i < 52; i++) {
            wanting(i);
            save();
            List<FutureTask<Integer>> both = new ArrayList<>();
            for (int j = 0; j < 2; j++) {
                CliHarness each = new CliHarness(folder);
                FutureTask<Integer> task =
                        new FutureTask<>(() -> each.run("apply", "p", "--yes").exit());
                both.add(task);
                new Thread(task).start();
            }
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(0, 4);
        }
    }

    @Test
    void hasNoSecretInAnyForm() throws Exception {
        cli.set("KEY", "s3cr3t-value").typing("st0red-value");
        cli.must("secret", "set", "stored", "--env", "acme/website:sandbox");
        Files.writeString(
                cli.work().resolve("a.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\norganization: acme\nslug: website\n"
                        + "sandbox: {configuration: {a: 2, b: 1}, secrets: {stored: stored, key: \"env:KEY\"}}\n");
        assertThat(save("--allow-delete").exit()).isEqualTo(1);
        String text = Files.readString(plan);
        for (String secret : List.of("s3cr3t-value", "st0red-value")) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(text)
                    .contains("env:KEY")
                    .doesNotContain(secret)
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(digest))
                    .doesNotContain(HexFormat.of().formatHex(digest));
        }
    }

    /** What is shown is what is done, whatever happens before the answer. */
    @Test
    void isWhatWasShownAtThePrompt() {
        assertThat(answering(() -> wanting(9))).isZero();
        assertThat(value()).isEqualTo("2");
        assertThat(answering(() -> {
                    wanting(3);
                    new CliHarness(folder).must("config", "set", "a=7", "--env", "acme/website:sandbox");
                }))
                .isEqualTo(4);
        assertThat(value()).isEqualTo("7");
    }

    private interface Meanwhile {
        void happen() throws IOException;
    }

    /** Runs apply on a terminal where something happens before the answer is yes. */
    private int answering(Meanwhile meanwhile) {
        InputStream answer = new InputStream() {
            private final InputStream yes = new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8));
            private boolean asked;

            @Override
            public int read() throws IOException {
                if (!asked) {
                    asked = true;
                    meanwhile.happen();
                }
                return yes.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                bytes[offset] = (byte) next;
                return 1;
            }
        };
        Host bare = cli.host();
        Io io = new Io(answer, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), true, true, true);
        Host host = new Host(
                io,
                bare.environment(),
                bare.workingDirectory(),
                bare.clock(),
                bare.ids(),
                bare.credentials(),
                bare.pause());
        return Cli.run(new String[] {"apply", "-f", "a.yaml"}, host);
    }
}
