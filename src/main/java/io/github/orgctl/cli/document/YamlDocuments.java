package io.github.orgctl.cli.document;

import io.github.orgctl.cli.format.ValueParser;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML 1.2 documents of a file, limited to what JSON can express. Anything else, such as anchors, aliases and
 * tags, is reported with its position; a syntax error ends the file.
 */
final class YamlDocuments {
    private final String file;
    private final DocumentNodes nodes;
    private final Iterator<Event> events;
    private DocumentPlace place;

    private YamlDocuments(String file, String text, DocumentNodes nodes) {
        this.file = file;
        this.nodes = nodes;
        this.place = new DocumentPlace(file, 1, 1);
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    static void read(String file, String text, DocumentNodes nodes) {
        YamlDocuments reader = new YamlDocuments(file, text, nodes);
        try {
            reader.documents();
        } catch (MarkedYamlEngineException malformed) {
            DocumentPlace at = malformed.getProblemMark().map(reader::place).orElse(reader.place);
            nodes.problems().add(at, "this is not YAML: " + malformed.getProblem());
        } catch (ReaderException unreadable) {
            nodes.problems()
                    .add(
                            placeOf(file, text, unreadable.getPosition()),
                            "this is not YAML: control characters are not allowed");
        } catch (YamlEngineException malformed) {
            nodes.problems().add(reader.place, "this is not YAML");
        }
    }

    private static DocumentPlace placeOf(String file, String text, int position) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new DocumentPlace(file, line, Math.max(1, position - start + 1));
    }

    private DocumentPlace place(Mark mark) {
        return new DocumentPlace(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void documents() {
        while (events.hasNext()) {
            if (next() instanceof DocumentStartEvent) {
                nodes.add(node(next()));
            }
        }
    }

    private Event next() {
        Event event = events.next();
        event.getStartMark().ifPresent(mark -> place = place(mark));
        return event;
    }

    private DocumentNode node(Event event) {
        DocumentPlace at = place;
        checkAnchor(event);
        if (event instanceof AliasEvent alias) {
            nodes.problems().add(at, "the alias *" + alias.getAlias() + " is not supported: write the value itself");
            return nodes.literal("null", at);
        }
        if (event instanceof ScalarEvent scalar) {
            checkTag(scalar.getTag(), at);
            return scalar(scalar, at);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        checkTag(start.getTag(), at);
        DocumentNode node = nodes.begin(start instanceof MappingStartEvent, at);
        if (start instanceof MappingStartEvent) {
            readMapping(node);
        } else {
            for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
                node.items().add(node(item));
            }
        }
        nodes.end();
        return node;
    }

    private void readMapping(DocumentNode object) {
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            DocumentPlace at = place;
            String name = null;
            if (event instanceof ScalarEvent scalar) {
                checkAnchor(event);
                checkTag(scalar.getTag(), at);
                name = scalar.getValue();
                if (scalar.isPlain() && name.equals("<<")) {
                    nodes.problems().add(at, "merging with << is not supported: write the members themselves");
                }
                nodes.name(object, name, at);
            } else {
                nodes.problems().add(at, "a key must be a string");
                node(event);
            }
            DocumentNode value = node(next());
            if (name != null) {
                object.members().put(name, value);
            }
        }
    }

    private void checkAnchor(Event event) {
        if (!(event instanceof AliasEvent)
                && event instanceof NodeEvent node
                && node.getAnchor().isPresent()) {
            nodes.problems().add(place, "the anchor &" + node.getAnchor().get() + " is not supported: leave it out");
        }
    }

    private void checkTag(Optional<String> tag, DocumentPlace at) {
        if (tag.isPresent()) {
            nodes.problems().add(at, "the tag " + tag.get() + " is not supported: leave it out");
        }
    }

    private DocumentNode scalar(ScalarEvent scalar, DocumentPlace at) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return nodes.string(text, at);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> nodes.literal("null", at);
            case "true", "True", "TRUE" -> nodes.literal("true", at);
            case "false", "False", "FALSE" -> nodes.literal("false", at);
            default -> isNumber(text) ? nodes.literal(text, at) : nodes.string(text, at);
        };
    }

    private static boolean isNumber(String text) {
        char first = text.charAt(0);
        return (first == '-' || first >= '0' && first <= '9') && ValueParser.isNumber(text);
    }
}
