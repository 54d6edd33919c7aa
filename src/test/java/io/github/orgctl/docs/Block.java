package io.github.orgctl.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fenced block of a page.
 *
 * @param language the word behind the opening fence
 * @param lines what stands between the fences
 * @param line where it begins in the page, for messages
 * @param run whether it is to be run; {@code <!-- not run: WHY -->} on the line before says that it is not
 */
record Block(Path page, String language, List<String> lines, int line, boolean run) {
    private static final String FENCE = "```";
    private static final String NOT_RUN = "<!-- not run: ";

    /** The pages that are written by hand. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    static List<Block> of(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) {
                continue;
            }
            int start = i++;
            while (!lines.get(i).equals(FENCE)) {
                i++;
            }
            boolean run = start == 0 || !lines.get(start - 1).startsWith(NOT_RUN);
            String language = lines.get(start).substring(FENCE.length());
            blocks.add(new Block(page, language, List.copyOf(lines.subList(start + 1, i)), start + 1, run));
        }
        return blocks;
    }

    /** The blocks of a page in one language. */
    static List<Block> of(Path page, String language) throws IOException {
        return of(page).stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The commands of a {@code console} block, each with the output that is shown below it. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), "", this.line + i + 1));
            } else {
                int last = commands.size() - 1;
                if (last < 0) {
                    throw new AssertionError(where() + ": a console block begins with a line '$ COMMAND'");
                }
                commands.set(last, commands.get(last).and(line));
            }
        }
        return commands;
    }

    String where() {
        return page + ":" + line;
    }

    /**
     * A command with its output.
     *
     * @param text as it is typed
     * @param output each line with its line feed
     * @param line where it stands in the page
     */
    record Command(String text, String output, int line) {
        /** With one more line, which goes on with the command where it begins like a shell's second prompt. */
        Command and(String next) {
            boolean goesOn = output.isEmpty() && next.startsWith("> ");
            return goesOn
                    ? new Command(text + "\n" + next.substring(2), output, line)
                    : new Command(text, output + next + "\n", line);
        }
    }
}
