package io.github.orgctl.script;

import java.util.List;

/** One block of a script. */
sealed interface Step {
    /** The number of its first line. */
    int line();

    /**
     * A command with what it has to answer.
     *
     * @param shell whether it needs a real shell, and so the packaged program
     */
    record Command(int line, boolean shell, String text, List<String> out, List<String> err, int exit)
            implements Step {}

    /** Writes a file. */
    record WriteFile(int line, String path, String content) implements Step {}

    /**
     * Sets an environment variable for what follows.
     *
     * @param value empty to remove it
     */
    record SetVariable(int line, String name, String value) implements Step {}

    /** Makes and enters a folder, named from the one where the script began. */
    record Enter(int line, String folder) implements Step {}
}
