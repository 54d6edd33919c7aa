package io.github.orgctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
    private static final char PAUSE = '_';

    /** A terminal that sends these characters, and nothing for a while where an underscore stands. */
    private static KeyDecoder.Keyboard terminal(String sent) {
        InputStream rest = new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8));
        return () -> {
            int next = rest.read();
            return next == PAUSE ? -1 : next;
        };
    }

    private static List<TerminalEvent> events(KeyDecoder.Keyboard terminal) throws IOException {
        KeyDecoder decoder = new KeyDecoder(terminal);
        List<TerminalEvent> events = new ArrayList<>();
        for (TerminalEvent event = decoder.next(); event != TerminalNotice.IDLE; event = decoder.next()) {
            events.add(event);
        }
        return events;
    }

    private static List<TerminalEvent> events(String sent) throws IOException {
        return events(terminal(sent));
    }

    @ParameterizedTest
    @CsvSource({
        "[A, UP",
        "OB, DOWN",
        "[C, RIGHT",
        "OD, LEFT",
        "[H, HOME",
        "[1~, HOME",
        "[7~, HOME",
        "[F, END",
        "[4~, END",
        "[2~, INSERT",
        "[3~, DELETE",
        "[5~, PAGE_UP",
        "[6~, PAGE_DOWN",
        "OP, F1",
        "[[A, F1",
        "[11~, F1",
        "[15~, F5",
        "[17~, F6",
        "[24~, F12",
        "OM, ENTER",
        "[99~, UNKNOWN",
        "[?25h, UNKNOWN"
    })
    void knowsWhatKeysSend(String sent, Key key) throws IOException {
        assertThat(events("\u001b" + sent + "x")).containsExactly(KeyPress.of(key), KeyPress.of('x'));
    }

    @Test
    void knowsWhatIsHeldWithAKey() throws IOException {
        assertThat(events("\u001b[1;5C\u001b[3;2~\u001b[Z\u001bb\u0001\u0000"))
                .containsExactly(
                        new KeyPress(Key.RIGHT, 0, true, false, false),
                        new KeyPress(Key.DELETE, 0, false, false, true),
                        new KeyPress(Key.TAB, 0, false, false, true),
                        KeyPress.of('b').withAlt(),
                        KeyPress.control('a'),
                        KeyPress.control(' '));
        assertThat(events("\r\n\t\u007f\b"))
                .containsExactly(
                        KeyPress.of(Key.ENTER),
                        KeyPress.of(Key.ENTER),
                        KeyPress.of(Key.TAB),
                        KeyPress.of(Key.BACKSPACE),
                        KeyPress.of(Key.BACKSPACE));
    }

    @Test
    void tellsTheEscapeKeyByThePauseBehindIt() throws IOException {
        assertThat(events("\u001b_")).containsExactly(KeyPress.of(Key.ESCAPE));
        assertThat(events("\u001b[_")).containsExactly(KeyPress.of('[').withAlt());
        assertThat(events("\u001bO_")).containsExactly(KeyPress.of('O').withAlt());
        assertThat(events("\u001b\u001b[B\r"))
                .containsExactly(KeyPress.of(Key.ESCAPE), KeyPress.of(Key.DOWN), KeyPress.of(Key.ENTER));
        assertThat(events("\u001b\u001b\u001b[200~x\u001b[201~\u001b"))
                .containsExactly(
                        KeyPress.of(Key.ESCAPE), KeyPress.of(Key.ESCAPE), new Paste("x"), KeyPress.of(Key.ESCAPE));
    }

    @Test
    void readsCharactersWhoseBytesComeOneByOne() throws IOException {
        byte[] bytes = "\u00fc\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        List<Integer> sent = new ArrayList<>();
        for (byte each : bytes) {
            boolean isInside = (each & 0xc0) == 0x80;
            // A pause before each byte of a character but its first.
            sent.addAll(isInside ? List.of(-1, each & 0xff) : List.of(each & 0xff));
        }
        Iterator<Integer> rest = sent.iterator();
        KeyDecoder.Keyboard slow = () -> rest.hasNext() ? rest.next() : -1;
        assertThat(events(slow)).containsExactly(KeyPress.of(0xfc), KeyPress.of(0x20ac), KeyPress.of(0x1f600));
        assertThat(events(new ByteArrayInputStream(new byte[] {(byte) 0xff, 'a', (byte) 0xc3})::read))
                .containsExactly(KeyPress.of(0xfffd), KeyPress.of('a'), KeyPress.of(0xfffd));
    }

    @Test
    void takesPastedTextForText() throws IOException {
        assertThat(events("\u001b[200~q\r\u001b[A\u001b[\u0003 \u00fc\r\n\u001b[201~z"))
                .containsExactly(new Paste("q\n\u001b[A\u001b[\u0003 \u00fc\n"), KeyPress.of('z'));
        assertThat(events("\u001b[200~\u001b\u001b[201~z")).containsExactly(new Paste("\u001b"), KeyPress.of('z'));
        assertThat(events("\u001b[200~never ended")).containsExactly(new Paste("never ended"));
    }

    @Test
    void knowsMouseButtons() throws IOException {
        assertThat(events("\u001b[<0;3;5M\u001b[<65;200;1m"))
                .containsExactly(new MouseButton(0, 2, 4, false), new MouseButton(65, 199, 0, true));
    }

    /** It reads to the end of what it returns, so that what comes behind that is there for whoever reads next. */
    @Test
    void readsNothingAhead() throws IOException {
        for (String key : List.of("a", "\u00fc", "\u001b[A", "\u001b[5~", "\u001b[200~x\u001b[201~", "\n")) {
            KeyDecoder.Keyboard terminal = terminal(key + "rest");
            assertThat(new KeyDecoder(terminal).next()).isNotEqualTo(TerminalNotice.IDLE);
            assertThat(terminal.read()).isEqualTo('r');
        }
    }

    @Test
    void survivesAnything() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            if (bytes.length > 2 && random.nextBoolean()) {
                bytes[0] = 0x1b;
                bytes[1] = '[';
            }
            assertThat(events(new ByteArrayInputStream(bytes)::read)).doesNotContainNull();
        }
    }
}
