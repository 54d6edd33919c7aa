package io.github.orgctl.docs;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The output that a page shows, compared with the output of a run. Ids, times and paths differ from run to run: an id
 * in the page stands for whatever id first took its place, in this output, in all later ones and in commands; a time
 * stands for any time; {@code …} stands for anything; and columns may be wider or narrower.
 */
final class Expected {
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";
    private static final Pattern SPECIAL =
            Pattern.compile("(?<id>" + ID + ")|(?<time>" + TIME + ")|(?<any>…)|(?<gap> {2,})");

    private final Map<String, String> ids = new HashMap<>();

    /** A text of the page with the ids of this run. */
    String inThisRun(String text) {
        Matcher id = Pattern.compile(ID).matcher(text);
        return id.replaceAll(found -> ids.getOrDefault(found.group(), found.group()));
    }

    /** Whether an output is the one that the page shows. */
    boolean matches(String shown, String actual) {
        Map<String, Integer> groups = new HashMap<>();
        StringBuilder pattern = new StringBuilder();
        Matcher special = SPECIAL.matcher(shown);
        int literal = 0;
        while (special.find()) {
            pattern.append(Pattern.quote(shown.substring(literal, special.start())));
            literal = special.end();
            if (special.group("id") != null) {
                pattern.append(id(special.group(), groups));
            } else {
                pattern.append(special.group("time") != null ? TIME : special.group("any") != null ? ".*?" : " {2,}");
            }
        }
        pattern.append(Pattern.quote(shown.substring(literal)));
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (!matcher.matches()) {
            return false;
        }
        groups.forEach((id, group) -> ids.put(id, matcher.group(group)));
        return true;
    }

    private String id(String id, Map<String, Integer> groups) {
        String known = ids.get(id);
        if (known != null) {
            return known;
        }
        Integer group = groups.get(id);
        if (group != null) {
            return "\\" + group;
        }
        groups.put(id, groups.size() + 1);
        return "(" + ID + ")";
    }
}
