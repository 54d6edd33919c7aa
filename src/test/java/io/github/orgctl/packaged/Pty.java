package io.github.orgctl.packaged;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.packaged.Installation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A terminal of its own for the packaged program, made by Python, which has what Java lacks. */
final class Pty {
    /** Types each answer once its prompt has appeared; prints what the terminal showed and ends as the program did. */
    private static final String DRIVER = """
            import os, pty, signal, sys
            PROMPTS = (b'confirm:', b'[y/N]', b'[Y/n]', b'not shown):', b'Reading', b'Esc: cancel)', b'cancel):', b'quit]',
                       b'developer):', b'to invite:', b'Name of the')
            answers = sys.argv[1].encode().decode('unicode_escape').encode('latin-1').split(b'|') if sys.argv[1] else []
            child, terminal = pty.fork()
            if child == 0:
                # Whoever started the tests may ignore them, as a shell does in the background, and nohup.
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                signal.signal(signal.SIGHUP, signal.SIG_DFL)
                os.execv(sys.argv[2], sys.argv[2:])
            if answers and answers[0].startswith(b'EARLY '):
                os.write(terminal, answers.pop(0)[len('EARLY '):])
            shown = b''
            given = 0
            while True:
                try:
                    piece = os.read(terminal, 4096)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
                prompts = sum(shown.count(end) for end in PROMPTS)
                if answers and prompts > given:
                    answer = answers.pop(0)
                    if answer == b'TERM':
                        os.killpg(os.tcgetpgrp(terminal), signal.SIGTERM)
                    elif answer == b'HANGUP':
                        os.close(terminal)
                        break
                    else:
                        while answer:
                            answer = answer[os.write(terminal, answer):]
                    given += 1
            status = os.waitpid(child, 0)[1]
            sys.stdout.buffer.write(shown.replace(b'\\r\\n', b'\\n'))
            sys.stdout.flush()
            if os.WIFSIGNALED(status):
                sys.stderr.write('ended by signal %d\\n' % os.WTERMSIG(status))
            sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
            """;

    private final Installation orgctl;
    private final Path driver;

    Pty(Installation orgctl, Path scratch) throws IOException, InterruptedException {
        this.orgctl = orgctl;
        this.driver = Files.writeString(scratch.resolve("terminal.py"), DRIVER);
        assumeTrue(orgctl.runAs("/bin/sh", "-c", "command -v python3").exit() == 0, "needs python3");
    }

    /**
     * @param answer what is typed at the prompt, with {@code \\n} and {@code \\x03} written out; empty for nothing, and TERM
     *     or HANGUP for a signal to the foreground, and for a terminal that goes away; what begins with EARLY is
     *     typed while the program starts
     */
    Run run(String answer, String... arguments) throws IOException, InterruptedException {
        return runAs(answer, orgctl.home.resolve("bin/orgctl").toString(), arguments);
    }

    /** The same for another program that runs this one. */
    Run runAs(String answer, String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("python3", driver.toString(), answer, program));
        words.addAll(List.of(arguments));
        return orgctl.runAs("/usr/bin/env", words.toArray(new String[0]));
    }
}
