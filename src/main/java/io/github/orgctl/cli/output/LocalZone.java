package io.github.orgctl.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time zone of whoever reads. What {@code TZ} says is read here, because Java takes a name that it does not know for
 * GMT and says nothing.
 */
final class LocalZone {
    /** A zone by its distance from UTC, as POSIX writes it: positive is west. */
    private static final Pattern FIXED = Pattern.compile("(?:<[^>]+>|[A-Za-z]{3,})([+-]?)(\\d{1,2})(?::(\\d{2}))?");

    private static final String DATABASE = "zoneinfo/";

    private LocalZone() {}

    /**
     * The zone that a variable names, or the machine's.
     *
     * @param name what {@code TZ} says, or null where it is unset
     * @return UTC for a name that is not known
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
            // The rules of time zones take 10 ms to load, which UTC does without.
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

    /** UTC goes by many names. */
    private static ZoneId utcAsOffset(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
    }
}
