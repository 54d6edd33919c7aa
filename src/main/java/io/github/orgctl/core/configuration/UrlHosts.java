package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the hosts of URLs, wherever in a value they stand: as the whole text, amid other words, deep inside a list or an
 * object, or in JSON that is itself a text. What counts is what a program gets to see, without the escapes of JSON; where
 * programs differ in what they take for the host, all of it. A port, a user and the case of letters make no other host.
 *
 * <p>What is searched is JSON, or what remains of it without some of its escapes. What holds a colon or a backslash
 * therefore begins and ends with a quote or a bracket, so that nothing here has to look for the ends of the text.
 */
public final class UrlHosts {
    /** What ends the part of a URL that names hosts. A backslash does so for some programs only. */
    private static final String ENDS = "/?#\"'<>(){}|^`;";

    /** Schemes after which programs take any slashes, backslashes included, for two slashes. */
    private static final List<String> LENIENT = List.of("http", "https", "ws", "wss", "ftp");

    private static final String ESCAPED = "bfnrt/\\\"";
    private static final String UNESCAPED = "\b\f\n\r\t/\\\"";

    /** JSON in JSON, and so on: each one doubles the backslashes. */
    private static final int MAX_LAYERS = 8;

    private UrlHosts() {}

    /** The hosts in any of the values, in lower case. */
    public static Set<String> in(Configuration configuration) {
        Set<String> hosts = new HashSet<>();
        for (Value value : configuration.values().values()) {
            hosts.addAll(in(value));
        }
        return hosts;
    }

    /** The hosts in the value, in lower case. */
    public static Set<String> in(Value value) {
        Set<String> hosts = new HashSet<>();
        String text = unescaped(value.json());
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            collect(text, hosts);
            String below = unescaped(text);
            if (below.equals(text)) {
                break;
            }
            text = below;
        }
        return hosts;
    }

    /** A text without the escapes of JSON; a backslash that escapes nothing stays. */
    private static String unescaped(String json) {
        if (json.indexOf('\\') < 0) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            char next = c == '\\' ? json.charAt(i + 1) : 0;
            int known = ESCAPED.indexOf(next);
            int unit = next == 'u' ? unit(json, i + 2) : -1;
            if (unit >= 0) {
                text.append((char) unit);
                i += 5;
            } else if (known >= 0) {
                text.append(UNESCAPED.charAt(known));
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The number that four hexadecimal digits are, or -1 where there are none. */
    private static int unit(String json, int start) {
        int unit = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static void collect(String text, Set<String> hosts) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int start = authority(text, colon);
            if (start >= 0) {
                collectFromAuthority(text.substring(start, end(text, start)), hosts);
            }
        }
        collectWithoutScheme(text, hosts);
    }

    /** Where behind a colon the hosts of a URL begin, or -1 where that is no URL. */
    private static int authority(String text, int colon) {
        int first = colon;
        while (isInScheme(text.charAt(first - 1))) {
            first--;
        }
        if (first == colon) {
            return -1;
        }
        int start = colon + 1;
        if (!LENIENT.contains(text.substring(first, colon).toLowerCase(Locale.ROOT))) {
            return text.startsWith("//", start) ? start + 2 : -1;
        }
        int behind = behindSlashes(text, start);
        return behind > start ? behind : -1;
    }

    private static int behindSlashes(String text, int start) {
        int end = start;
        while (isSlash(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isInScheme(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** URLs such as {@code //example.com/a}, which take the scheme of where they are used. */
    private static void collectWithoutScheme(String text, Set<String> hosts) {
        for (int i = 1; i < text.length(); i++) {
            boolean begins = text.charAt(i - 1) <= ' ' || "\"'(=,".indexOf(text.charAt(i - 1)) >= 0;
            int start = begins ? behindSlashes(text, i) : i;
            if (start >= i + 2) {
                String authority = text.substring(start, end(text, start));
                if (authority.indexOf('.') > 0) {
                    collectFromAuthority(authority, hosts);
                }
            }
        }
    }

    private static int end(String text, int start) {
        int end = start;
        while (text.charAt(end) > ' ' && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Behind a backslash some programs see a path, and others the rest of a user's name. */
    private static void collectFromAuthority(String authority, Set<String> hosts) {
        int backslash = authority.indexOf('\\');
        collectFromMachines(backslash < 0 ? authority : authority.substring(0, backslash), hosts);
        if (backslash >= 0 && authority.indexOf('@', backslash) > 0) {
            collectFromMachines(authority, hosts);
        }
    }

    /** Databases of several machines have all of them in one URL: {@code db://user@one:5432,two:5432/name}. */
    private static void collectFromMachines(String authority, Set<String> hosts) {
        String machines = authority.substring(authority.lastIndexOf('@') + 1);
        int start = 0;
        while (start < machines.length()) {
            int comma = machines.indexOf(',', start);
            int end = comma < 0 ? machines.length() : comma;
            String machine = machines.substring(start, end);
            String host = withoutPort(machine).toLowerCase(Locale.ROOT);
            if (!host.isEmpty() && (start == 0 || !isScheme(machine))) {
                hosts.add(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
            }
            start = end + 1;
        }
    }

    /** Behind a comma may come the next URL, whose scheme looks like a host with an empty port: {@code https:}. */
    private static boolean isScheme(String machine) {
        return machine.endsWith(":") && machine.indexOf('.') < 0;
    }

    private static String withoutPort(String machine) {
        int bracket = machine.indexOf(']');
        if (bracket >= 0) {
            return machine.substring(0, bracket + 1);
        }
        int colon = machine.indexOf(':');
        return colon < 0 ? machine : machine.substring(0, colon);
    }
}
