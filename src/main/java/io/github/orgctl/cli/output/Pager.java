package io.github.orgctl.cli.output;

import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.model.value.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Buffers output until it exceeds the terminal, then sends it through a pager; shorter output is written directly.
 * While the pager runs, it owns the terminal: Ctrl-C goes to the pager and ends this program only after the pager has
 * ended.
 */
final class Pager implements Sink {
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;

    private final String command;
    private final TerminalSize terminal;
    private final OutputStream out;
    private final Holding holding;
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int lines;
    private Process process;
    private Hold hold;
    private OutputStream target;
    private boolean quit;

    /**
     * @param command shell command of the pager
     * @param out receives output that needs no pager; never closed
     */
    Pager(String command, TerminalSize terminal, OutputStream out, Holding holding) {
        this.command = command;
        this.terminal = terminal;
        this.out = out;
        this.holding = holding;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (target != null) {
            send(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        for (int i = offset; i < offset + length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        if (lines >= terminal.lines()) {
            start();
            release();
        }
    }

    @Override
    public boolean hasQuit() {
        return quit;
    }

    /**
     * Writes buffered output, or waits until the user quits the pager.
     *
     * @throws Failure IO if the shell could not run the pager
     */
    @Override
    public void finish() throws IOException {
        if (target == null) {
            target = out;
            release();
        }
        if (process == null) {
            out.flush();
            return;
        }
        close();
        int exit = await(process);
        hold.close();
        if (exit == CANNOT_EXECUTE || exit == NOT_FOUND) {
            throw new Failure(
                    Failure.Kind.IO, "the pager '" + command + "' could not be run", "choose another in PAGER");
        }
    }

    private void close() {
        try {
            target.close();
        } catch (IOException closedByPager) {
            quit = true;
        }
    }

    private void start() {
        OwnClasses.keep();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        // Exit immediately if the output fits, show colours, keep the screen; the same for lv.
        environment.put("LESS", lessOptions(environment.get("LESS")));
        environment.putIfAbsent("LV", "-c");
        hold = holding.hold();
        try {
            process = builder.start();
            target = process.getOutputStream();
        } catch (IOException noShell) {
            hold.close();
            target = out;
        }
    }

    /** The user's own options, plus the one for displaying colours. */
    static String lessOptions(String own) {
        if (own == null) {
            return "FRX";
        }
        return own.indexOf('R') >= 0 ? own : own + " -R";
    }

    private void release() throws IOException {
        byte[] bytes = held.toByteArray();
        held = null;
        send(bytes, 0, bytes.length);
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
            target.flush();
        } catch (IOException e) {
            quit = process != null;
            throw e;
        }
    }

    private static int await(Process process) {
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }
}
