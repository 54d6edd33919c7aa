package io.github.orgctl.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.regex.RegularExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;

/** Replaces the library's formats with ones that follow their grammars strictly. */
final class StandardFormats {
    private static final int MAX_HOST = 253;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})";
    private static final RegularExpression DATE_FORM = whole(DATE);
    private static final RegularExpression TIME_FORM = whole(TIME);
    private static final int DATE_LENGTH = 10;
    private static final int DAY_MINUTES = 24 * 60;

    private StandardFormats() {}

    static void replace(Map<String, Format> formats) {
        formats.replaceAll((name, format) -> name.equals("regex") ? format : new OneLine(format));
        put(formats, "ipv4", Grammar.IPV4);
        put(formats, "ipv6", Grammar.IPV6);
        put(formats, "json-pointer", Grammar.JSON_POINTER);
        put(formats, "relative-json-pointer", Grammar.RELATIVE_JSON_POINTER);
        put(formats, "uuid", Grammar.UUID);
        put(formats, "duration", Grammar.DURATION);
        put(formats, "uri-template", Grammar.URI_TEMPLATE);
        put(formats, "uri", Grammar.URI);
        put(formats, "uri-reference", Grammar.URI_REFERENCE);
        put(formats, "iri", Grammar.IRI);
        put(formats, "iri-reference", Grammar.IRI_REFERENCE);
        put(formats, "hostname", StandardFormats::isHost);
        put(formats, "date", StandardFormats::isDate);
        put(formats, "time", StandardFormats::isTime);
        put(formats, "date-time", StandardFormats::isDateTime);
    }

    private static void put(Map<String, Format> formats, String name, String grammar) {
        put(formats, name, new Predicate<>() {
            private RegularExpression pattern;

            @Override
            public boolean test(String text) {
                if (pattern == null) {
                    pattern = whole(grammar);
                }
                return pattern.matches(text);
            }
        });
    }

    private static void put(Map<String, Format> formats, String name, Predicate<String> matches) {
        formats.put(name, new Named(name, matches));
    }

    private static RegularExpression whole(String grammar) {
        return SchemaPatterns.of("^(?:" + grammar + ")$");
    }

    private static boolean isHost(String text) {
        return text.length() <= MAX_HOST
                && whole(LABEL + "(?:\\." + LABEL + ")*").matches(text);
    }

    private static boolean isDate(String text) {
        try {
            return DATE_FORM.matches(text) && LocalDate.parse(text).getYear() >= 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        return text.length() > DATE_LENGTH
                && isDate(text.substring(0, DATE_LENGTH))
                && "Tt".indexOf(text.charAt(DATE_LENGTH)) >= 0
                && isTime(text.substring(DATE_LENGTH + 1));
    }

    /** Leap seconds occur only at the end of a UTC day. */
    private static boolean isTime(String text) {
        if (!TIME_FORM.matches(text)) {
            return false;
        }
        int hour = number(text, 0);
        int minute = number(text, 3);
        int second = number(text, 6);
        int offset = 0;
        if ("Zz".indexOf(text.charAt(text.length() - 1)) < 0) {
            int sign = text.length() - 6;
            int hours = number(text, sign + 1);
            int minutes = number(text, sign + 4);
            if (hours > 23 || minutes > 59) {
                return false;
            }
            offset = (text.charAt(sign) == '-' ? -1 : 1) * (hours * 60 + minutes);
        }
        boolean endsDay = Math.floorMod(hour * 60 + minute - offset, DAY_MINUTES) == DAY_MINUTES - 1;
        return hour <= 23 && minute <= 59 && (second <= 59 || second == 60 && endsDay);
    }

    private static int number(String text, int at) {
        return Integer.parseInt(text, at, at + 2, 10);
    }

    private record Named(String name, Predicate<String> matches) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getMessageKey() {
            return "format." + name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return matches.test(value);
        }
    }

    /** A format of the library that additionally rejects line breaks; some of them overlook a trailing one. */
    private record OneLine(Format format) implements Format {
        @Override
        public String getName() {
            return format.getName();
        }

        @Override
        public String getMessageKey() {
            return format.getMessageKey();
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && format.matches(context, value);
        }
    }
}
