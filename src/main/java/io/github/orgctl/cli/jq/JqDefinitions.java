package io.github.orgctl.cli.jq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions defined in jq, in the resource {@code functions.jq}, which are prepended to an expression. */
final class JqDefinitions {
    private static final String RESOURCE = "functions.jq";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** @param words all names in the definition, including its own */
    private record Definition(String name, String text, Set<String> words) {}

    private JqDefinitions() {}

    /** The definitions that an expression needs, directly or indirectly. */
    static String neededBy(String expression) {
        List<Definition> all = all();
        Set<String> needed = words(expression);
        boolean more = true;
        while (more) {
            more = false;
            for (Definition definition : all) {
                more |= needed.contains(definition.name()) && needed.addAll(definition.words());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Definition definition : all) {
            if (needed.contains(definition.name())) {
                text.append(definition.text()).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Definition> all() {
        List<Definition> all = new ArrayList<>();
        for (String text : read().split("\n\n")) {
            if (text.startsWith("def ")) {
                Matcher name = NAME.matcher(text);
                name.find("def ".length());
                all.add(new Definition(name.group(), text, words(text)));
            }
        }
        return all;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (Matcher matcher = NAME.matcher(text); matcher.find(); ) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String read() {
        try (InputStream in = JqDefinitions.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
