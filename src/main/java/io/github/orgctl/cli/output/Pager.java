package io.github.orgctl.cli.output;

import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.core.model.value.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Holds output back until it is longer than the terminal, and then sends it through a pager; shorter output needs none.
 * While the pager lives it owns the terminal: Ctrl-C is for it, and ends this program only when it has ended.
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
     * @param command what the shell is to run
     * @param out takes what needs no pager; never closed
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
     * Writes what was held back, or waits until the user leaves the pager.
     *
     * @throws Failure IO when the shell could not run the pager
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
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        // Leave at once where it fits after all, show colours, keep the screen; the same for lv.
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

    /** The user's own options, and in any case the one that shows colours instead of their codes. */
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
