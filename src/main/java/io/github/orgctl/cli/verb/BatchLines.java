package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.format.ByteLines;
import io.github.orgctl.cli.format.CommandWords;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command lines of a batch, read one at a time. */
final class BatchLines {
    private static final int LONGEST = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String PROGRAM = "orgctl";

    private final ByteLines lines;

    BatchLines(InputStream stream) {
        lines = new ByteLines(stream, LONGEST);
    }

    /** Goes to the next line, and tells whether there is one. */
    boolean next() throws IOException {
        return lines.next();
    }

    long number() {
        return lines.number();
    }

    /**
     * The line's words, without the program's name; none where it has no command.
     *
     * @throws Failure USAGE when it can't be read
     */
    List<String> words() {
        if (lines.isTooLong()) {
            throw Failure.usage("the line is longer than 4 MiB");
        }
        List<String> words = CommandWords.of(text());
        return !words.isEmpty() && words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
    }

    private String text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines.buffer(), lines.start(), lines.length()))
                    .toString();
            int start = lines.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
            return text.substring(start, text.endsWith("\r") ? text.length() - 1 : text.length());
        } catch (CharacterCodingException notText) {
            throw new Failure(Failure.Kind.USAGE, "the line is not UTF-8", notText);
        }
    }
}
