package io.github.orgctl.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's time zone. {@code TZ} is interpreted here, because Java silently treats unknown names as GMT. */
final class LocalZone {
    /** A POSIX offset from UTC; positive is west. */
    private static final Pattern FIXED = Pattern.compile("(?:<[^>]+>|[A-Za-z]{3,})([+-]?)(\\d{1,2})(?::(\\d{2}))?");

    private static final String DATABASE = "zoneinfo/";

    private LocalZone() {}

    /**
     * Returns the time zone for a name, or the machine's.
     *
     * @param name value of {@code TZ}, or null if it is unset
     * @return UTC if the name is unknown
     */
    static ZoneId of(String name) {
        return name == null ? ofMachine() : named(name.startsWith(":") ? name.substring(1) : name);
    }

    private static ZoneId ofMachine() {
        try {
            return named(Files.readSymbolicLink(Path.of("/etc/localtime")).toString());
        } catch (IOException | UnsupportedOperationException noLink) {
            return utcAsOffset(ZoneId.systemDefault());
        }
    }

    private static ZoneId named(String name) {
        Matcher fixed = FIXED.matcher(name);
        try {
            if (fixed.matches()) {
                return offset(fixed);
            }
            int database = name.lastIndexOf(DATABASE);
            String id = database < 0 ? name : name.substring(database + DATABASE.length());
            // Loading time zone rules takes 10 ms, which UTC avoids.
            return id.equals("UTC") || id.equals("Etc/UTC")
                    ? ZoneOffset.UTC
                    : utcAsOffset(ZoneId.of(id, ZoneId.SHORT_IDS));
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static ZoneOffset offset(Matcher fixed) {
        int minutes =
                Integer.parseInt(fixed.group(2)) * 60 + (fixed.group(3) == null ? 0 : Integer.parseInt(fixed.group(3)));
        return ZoneOffset.ofTotalSeconds((fixed.group(1).equals("-") ? minutes : -minutes) * 60);
    }

    /** UTC has many names. */
    private static ZoneId utcAsOffset(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
    }
}
