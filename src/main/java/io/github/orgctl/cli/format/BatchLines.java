package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the command lines of a batch, one at a time. */
public final class BatchLines {
    private static final int LONGEST = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ByteLines lines;

    public BatchLines(InputStream stream) {
        lines = new ByteLines(stream, LONGEST);
    }

    /** Moves to the next line; false at the end. */
    public boolean next() throws IOException {
        return lines.next();
    }

    public long number() {
        return lines.number();
    }

    /**
     * Words of the line without the program's name; empty if it contains no command.
     *
     * @throws Failure USAGE if it can't be parsed
     */
    public List<String> words() {
        if (lines.isTooLong()) {
            throw Failure.usage("the line is longer than 4 MiB");
        }
        return CommandWords.ofCommand(text());
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
