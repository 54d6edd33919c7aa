package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Holds output back until it is longer than the terminal, and then sends it through a pager; shorter output needs none.
 */
final class Pager extends OutputStream {
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;

    private final String command;
    private final TerminalSize terminal;
    private final OutputStream out;
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int lines;
    private Process process;
    private OutputStream target;
    private boolean quit;

    /**
     * @param command what the shell is to run
     * @param out takes what needs no pager; never closed
     */
    Pager(String command, TerminalSize terminal, OutputStream out) {
        this.command = command;
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
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

    /** Whether the pager ended before it had read everything. */
    boolean hasQuit() {
        return quit;
    }

    /**
     * Writes what was held back, or waits until the user leaves the pager.
     *
     * @throws Failure IO when the shell could not run the pager
     */
    void finish() throws IOException {
        if (target == null) {
            target = out;
            release();
        }
        if (process == null) {
            out.flush();
            return;
        }
        try {
            target.close();
        } catch (IOException closedByPager) {
            quit = true;
        }
        int exit = Waiting.of(process);
        if (exit == CANNOT_EXECUTE || exit == NOT_FOUND) {
            throw new Failure(
                    Failure.Kind.IO, "the pager '" + command + "' could not be run", "choose another in PAGER");
        }
    }

    private void start() {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        // Leave at once where it fits after all, show colours, keep the screen; the same for lv.
        environment.putIfAbsent("LESS", "FRX");
        environment.putIfAbsent("LV", "-c");
        try {
            process = builder.start();
            target = process.getOutputStream();
        } catch (IOException noShell) {
            target = out;
        }
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

    /**
     * Waits for the pager, also when Ctrl-C comes meanwhile: it belongs to the pager, which still owns the terminal.
     */
    private static final class Waiting extends Thread {
        private final Process process;

        private Waiting(Process process) {
            this.process = process;
        }

        static int of(Process process) {
            Waiting atShutdown = new Waiting(process);
            Runtime.getRuntime().addShutdownHook(atShutdown);
            atShutdown.run();
            Runtime.getRuntime().removeShutdownHook(atShutdown);
            return process.exitValue();
        }

        @Override
        public void run() {
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
        }
    }
}
