package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that arrive at the very moment when the program changes the mode of its terminal. */
class TerminalModeIT {
    private static final String USE = "orgctl use -o ids";
    private static final String SECRET = "orgctl secret set db.password --env website:sandbox";

    /** The terminal's mode before and after a command, in a shell that outlives Ctrl-C. */
    private static final String COMPARED =
            "trap : INT; before=$(/bin/stty -g); %s; %s [ \"$before\" = \"$(/bin/stty -g)\" ] && echo same";

    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;
    private Pty pty;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme");
        first.must("project", "create", "Website", "--org", "acme");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = Installation.archived(scratch);
        orgctl.env.put("TERM", "xterm");
        orgctl.env.put("ORGCTL_ORG", "acme");
        orgctl.env.put("PATH", scratch.resolve("bin") + ":" + orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        pty = new Pty(orgctl, scratch);
    }

    /** Puts a program that is called stty before the system's. */
    private void stty(String script) throws Exception {
        Path stty = Files.createDirectory(scratch.resolve("bin")).resolve("stty");
        Files.writeString(stty, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(stty, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(String typed, String command, String then) throws Exception {
        return pty.runAs(typed, "/bin/bash", "-c", COMPARED.formatted(command, then));
    }

    /** As Ctrl-Z does, which this program handles by itself, and Ctrl-C. */
    @ParameterizedTest
    @ValueSource(strings = {"STOP", "INT"})
    void aSignalToTheChangeOfTheModeIsNotThatOfTheProgram(String signal) throws Exception {
        stty("""
                case $1 in
                    -g) mark=asked ;;
                    -echo) mark=changed ;;
                    *) mark=restored ;;
                esac
                if mkdir "$HOME/$mark" 2>/dev/null; then kill -s SIGNAL $$; fi
                exec /bin/stty "$@"
                """.replace("SIGNAL", signal));
        Run chosen = run("web\\n", USE, "");
        assertThat(chosen.out()).endsWith("acme/website\nsame\n");
        assertThat(scratch.resolve("restored")).isDirectory();
        Run typed = run("secret\\n", SECRET, "");
        assertThat(typed.out()).contains("not shown):").endsWith("same\n");
        assertThat(orgctl.must("secret", "reveal", "db.password", "--env", "website:sandbox", "-o", "tsv")
                        .out())
                .contains("secret");
    }

    /** The mode is changed while the program is about to restore it and end. */
    @ParameterizedTest
    @ValueSource(strings = {USE, SECRET})
    void aTerminalIsRestoredAfterItWasChanged(String command) throws Exception {
        stty("""
                case $1 in
                    -echo)
                        kill -s INT $PPID
                        for i in 1 2 3 4 5 6 7 8 9 10; do
                            [ -e "$HOME/restored" ] || sleep 0.1
                        done
                        /bin/stty "$@"
                        touch "$HOME/changed"
                        ;;
                    -g) exec /bin/stty "$@" ;;
                    *)
                        /bin/stty "$@"
                        touch "$HOME/restored"
                        ;;
                esac
                """);
        Run run = run("", command + "; echo exit $?", "while [ ! -e ~/changed ]; do :; done;");
        assertThat(run.out()).endsWith("exit 130\nsame\n");
    }
}
