package io.github.orgctl.core;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Value;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the hosts of URLs, wherever in a value they stand: as the whole text, amid other words, or deep inside a list or
 * an object. A port, a user and the case of letters make no other host.
 */
final class Hosts {
    private static final String MARK = "://";
    /** What ends the part of a URL that names hosts; the last ones can't be in it and end a URL in a text. */
    private static final String ENDS = "/?#\\\"' \t<>(){}|^`;";

    private Hosts() {}

    /** The hosts in any of the values, in lower case. */
    static Set<String> in(Configuration configuration) {
        Set<String> hosts = new HashSet<>();
        for (Value value : configuration.values().values()) {
            collect(value.json(), hosts);
        }
        return hosts;
    }

    /** The hosts in the value, in lower case. */
    static Set<String> in(Value value) {
        Set<String> hosts = new HashSet<>();
        collect(value.json(), hosts);
        return hosts;
    }

    /** A value's JSON has texts in it as they are but for control characters, quotes and backslashes: no URL has those. */
    private static void collect(String json, Set<String> hosts) {
        for (int mark = json.indexOf(MARK); mark >= 0; mark = json.indexOf(MARK, mark + 1)) {
            if (mark == 0 || !Character.isLetterOrDigit(json.charAt(mark - 1))) {
                continue;
            }
            int start = mark + MARK.length();
            int end = start;
            while (end < json.length() && ENDS.indexOf(json.charAt(end)) < 0) {
                end++;
            }
            collectFromAuthority(json.substring(start, end), hosts);
        }
    }

    /** Databases of several machines have all of them in one URL: {@code db://user@one:5432,two:5432/name}. */
    private static void collectFromAuthority(String authority, Set<String> hosts) {
        String machines = authority.substring(authority.lastIndexOf('@') + 1);
        int start = 0;
        while (start <= machines.length()) {
            int comma = machines.indexOf(',', start);
            int end = comma < 0 ? machines.length() : comma;
            String host = withoutPort(machines.substring(start, end)).toLowerCase(Locale.ROOT);
            if (!host.isEmpty()) {
                hosts.add(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
            }
            start = end + 1;
        }
    }

    private static String withoutPort(String machine) {
        int bracket = machine.indexOf(']');
        if (bracket >= 0) {
            return machine.substring(0, bracket + 1);
        }
        int colon = machine.indexOf(':');
        // After a comma may come the next URL, whose scheme looks like a host without a port: https:
        boolean isScheme = colon >= 0 && colon == machine.length() - 1;
        return isScheme ? "" : colon < 0 ? machine : machine.substring(0, colon);
    }
}
