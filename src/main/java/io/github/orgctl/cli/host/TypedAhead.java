package io.github.orgctl.cli.host;

import java.io.IOException;
import java.io.InputStream;
import org.fusesource.jansi.internal.CLibrary;

/** Unread input of a terminal. */
final class TypedAhead {
    private static final int STANDARD_INPUT = 0;

    private TypedAhead() {}

    /** Discards it, a line that was only begun as well. */
    static void discard(InputStream in) throws IOException {
        try {
            CLibrary.Termios mode = new CLibrary.Termios();
            if (CLibrary.tcgetattr(STANDARD_INPUT, mode) == 0) {
                CLibrary.tcsetattr(STANDARD_INPUT, CLibrary.TCSAFLUSH, mode);
            }
        } catch (LinkageError | RuntimeException noLibrary) {
            // No library for this platform: at least no whole line is left.
            in.skipNBytes(in.available());
        }
    }
}
