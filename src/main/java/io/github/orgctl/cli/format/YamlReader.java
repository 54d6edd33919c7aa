package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;
import java.util.Iterator;
import java.util.Optional;
import java.util.StringJoiner;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Parses a YAML 1.2 document with the core schema, restricted to what JSON can express. Numbers keep their digits;
 * numbers that are not valid JSON, such as {@code 0123} or {@code .inf}, become strings.
 */
final class YamlReader {
    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private static final String UNKNOWN_ESCAPE = "found unknown escape character ";

    private static final String[] QUOTING = {"tag handle", "duplicate anchor", "undefined alias"};

    private final Iterator<Event> events;
    private final JsonTrees trees = new JsonTrees();
    private int line = 1;

    private YamlReader(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * @throws Failure USAGE if the text is not exactly one document; the message names the line
     */
    static JsonTree read(String text) {
        String yaml = text;
        while (true) {
            YamlReader reader = new YamlReader(yaml);
            try {
                return reader.document();
            } catch (MarkedYamlEngineException malformed) {
                String mended = withKnownEscape(yaml, malformed);
                if (mended == null) {
                    throw reader.malformed(malformed);
                }
                yaml = mended;
            } catch (ReaderException unreadable) {
                throw reader.refused("this is not YAML: it has a control character", null);
            } catch (YamlEngineException malformed) {
                throw reader.refused("this is not YAML", null);
            }
        }
    }

    /**
     * Replaces an escape that YAML has and the library lacks with another spelling; null if the error is something
     * else.
     */
    private static String withKnownEscape(String yaml, MarkedYamlEngineException malformed) {
        if (!malformed.getProblem().startsWith(UNKNOWN_ESCAPE)
                || malformed.getProblemMark().isEmpty()) {
            return null;
        }
        int at = yaml.offsetByCodePoints(0, malformed.getProblemMark().get().getIndex());
        String known =
                switch (yaml.charAt(at)) {
                    case 'L' -> "u2028";
                    case 'P' -> "u2029";
                    default -> null;
                };
        return known == null ? null : yaml.substring(0, at) + known + yaml.substring(at + 1);
    }

    private Failure malformed(MarkedYamlEngineException malformed) {
        malformed.getProblemMark().ifPresent(mark -> line = mark.getLine() + 1);
        return refused("this is not YAML: " + problem(malformed.getProblem()), null);
    }

    /** The library's message without the name that it quotes, which may be part of a secret. */
    private static String problem(String words) {
        for (String quoting : QUOTING) {
            int end = words.indexOf(quoting);
            if (end >= 0) {
                return words.substring(0, end + quoting.length());
            }
        }
        return words;
    }

    private JsonTree document() {
        JsonTree tree = null;
        while (events.hasNext()) {
            Event event = next();
            if (event instanceof DocumentStartEvent) {
                if (tree != null) {
                    throw refused("more than one YAML document", "keep one of them");
                }
                tree = tree(next());
            }
        }
        if (tree == null) {
            throw Failure.usage("it is empty");
        }
        return tree;
    }

    private Event next() {
        Event event = events.next();
        event.getStartMark().ifPresent(mark -> line = mark.getLine() + 1);
        return event;
    }

    private JsonTree tree(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (event instanceof AliasEvent) {
            throw refused("aliases are not supported", "write the value itself");
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        boolean isMapping = start instanceof MappingStartEvent;
        checkTag(start.getTag(), isMapping ? "map" : "seq");
        return isMapping ? mapping() : sequence();
    }

    private JsonTree mapping() {
        JsonTrees.Members members = trees.object(line);
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            members.begin(name(event), line);
            members.end(tree(next()));
        }
        return members.tree();
    }

    private String name(Event event) {
        if (event instanceof ScalarEvent scalar) {
            scalar(scalar);
            return scalar.getValue();
        }
        if (event instanceof AliasEvent) {
            throw refused("aliases are not supported", "write the key itself");
        }
        throw refused("keys must be strings", null);
    }

    private JsonTree sequence() {
        int first = line;
        StringJoiner list = trees.list(first);
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            list.add(tree(event).json());
        }
        return trees.tree(list).in(first);
    }

    private JsonTree scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        String tag = scalar.getTag().orElse(scalar.isPlain() ? "" : STANDARD_TAG + "str");
        return switch (tag) {
            case "" -> plain(text).in(line);
            case "!", STANDARD_TAG + "str" -> trees.text(text, line);
            case STANDARD_TAG + "int", STANDARD_TAG + "float" -> tagged(text, '0');
            case STANDARD_TAG + "bool" -> tagged(text, 't');
            case STANDARD_TAG + "null" -> tagged(text, 'n');
            default -> throw unknown(tag);
        };
    }

    private static JsonTree plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new JsonTree("null", null);
            case "true", "True", "TRUE" -> new JsonTree("true", null, text, 0);
            case "false", "False", "FALSE" -> new JsonTree("false", null, text, 0);
            default -> new JsonTree(number(text), null, text, 0);
        };
    }

    private static String number(String text) {
        char first = text.charAt(0);
        boolean mayBeNumber = first == '-' || first >= '0' && first <= '9';
        return mayBeNumber && ValueParser.isNumber(text) ? text : Value.json(text);
    }

    /**
     * @param kind first character of the tagged type's JSON, or 0 for a number
     */
    private JsonTree tagged(String text, char kind) {
        JsonTree tree = plain(text);
        char first = tree.json().charAt(0);
        boolean fits = kind == '0'
                ? first == '-' || first >= '0' && first <= '9'
                : first == kind || kind == 't' && first == 'f';
        if (!fits) {
            throw refused("the value does not match its tag", null);
        }
        return tree.in(line);
    }

    private void checkTag(Optional<String> tag, String kind) {
        if (tag.isPresent() && !tag.get().equals("!") && !tag.get().equals(STANDARD_TAG + kind)) {
            throw unknown(tag.get());
        }
    }

    private Failure unknown(String tag) {
        // An unknown tag may be an unquoted value that begins with the same character.
        return tag.startsWith(STANDARD_TAG)
                ? refused("the tag '!!" + tag.substring(STANDARD_TAG.length()) + "' is not supported", "remove the tag")
                : refused("tags are not supported", "remove the tag, or quote a value that begins with '!'");
    }

    private Failure refused(String problem, String hint) {
        return trees.refused(problem, line, hint);
    }
}
