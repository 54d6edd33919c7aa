package io.github.orgctl.cli.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.cli.format.ByteLines;
import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.core.port.TableSink;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a dump once, from its header to its trailer. Rows count as valid only once the trailer has been verified. */
public final class DumpReader implements StoreContent {
    private static final JsonFactory FACTORY = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final int LONGEST_LINE = 1 << 28;
    private static final byte[] LINE_FEED = {'\n'};

    private final String name;
    private final ByteLines lines;
    private final Sha256 sum = new Sha256();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final DumpHeader header;
    private String table;
    private Object[] values = {};
    private long rows;

    /**
     * @param name name of the dump in errors
     * @throws Failure DAMAGED if it is not a dump, or has a newer format
     */
    public DumpReader(InputStream stream, String name) {
        this.name = name;
        this.lines = new ByteLines(stream, LONGEST_LINE);
        if (!next()) {
            throw damaged("is empty");
        }
        header = header(object());
        add();
    }

    public DumpHeader header() {
        return header;
    }

    private DumpHeader header(Map<String, Object> object) {
        if (!(object.get(DumpField.FORMAT) instanceof Long format)) {
            throw damaged("is not a dump of a store");
        }
        if (format > DumpField.FORMAT_VERSION) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    name + " was created by a newer orgctl (format " + format + ")",
                    "upgrade orgctl");
        }
        try {
            Set<Long> keys = new TreeSet<>();
            for (Object key : (List<?>) object.get(DumpField.KEYS)) {
                keys.add((Long) key);
            }
            return new DumpHeader(
                    Math.toIntExact((Long) object.get(DumpField.SCHEMA_VERSION)),
                    new StoreIdentity((String) object.get(DumpField.STORE), (Long) object.get(DumpField.EPOCH)),
                    keys,
                    Instant.parse((String) object.get(DumpField.CREATED_AT)));
        } catch (ClassCastException | NullPointerException | ArithmeticException | DateTimeParseException malformed) {
            throw malformed(malformed);
        }
    }

    /** @throws Failure DAMAGED if the dump is truncated or was modified; the sink has then received the rows before */
    @Override
    public void passTo(TableSink sink) {
        while (next()) {
            if (lines.length() > 0 && lines.buffer()[lines.start()] == '[') {
                row(sink);
            } else if (isTrailer(object(), sink)) {
                if (next()) {
                    throw damaged("continues after its end");
                }
                return;
            }
            add();
        }
        throw damaged("is incomplete: it ends with line " + lines.number());
    }

    private void row(TableSink sink) {
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.length())) {
            parser.nextToken();
            int count = 0;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (count == values.length) {
                    throw malformed(null);
                }
                values[count++] = scalar(parser, token);
            }
            if (table == null || count < values.length || parser.nextToken() != null) {
                throw malformed(null);
            }
        } catch (IOException malformed) {
            throw malformed(malformed);
        }
        rows++;
        sink.row(values);
    }

    private Object scalar(JsonParser parser, JsonToken token) throws IOException {
        if (token == null) {
            throw malformed(null);
        }
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NULL -> null;
            default -> throw malformed(null);
        };
    }

    /** Handles the line as the header of a table or as the trailer, and returns whether it was the trailer. */
    private boolean isTrailer(Map<String, Object> object, TableSink sink) {
        endTable();
        if (object.get(DumpField.TABLE) instanceof String next
                && object.get(DumpField.COLUMNS) instanceof List<?> given) {
            List<String> columns = new ArrayList<>();
            for (Object column : given) {
                columns.add(String.valueOf(column));
            }
            if (columns.isEmpty() || counts.containsKey(next)) {
                throw malformed(null);
            }
            table = next;
            values = new Object[columns.size()];
            sink.table(next, columns);
            return false;
        }
        if (!counts.equals(object.get(DumpField.COUNTS))) {
            throw damaged("does not hold as many rows as it says");
        }
        if (!sum.end().equals(object.get(DumpField.SHA256))) {
            throw damaged("was changed since it was written: its digest differs");
        }
        return true;
    }

    private void endTable() {
        if (table != null) {
            counts.put(table, rows);
            table = null;
            rows = 0;
        }
    }

    /** The line's object: strings, numbers, lists and objects of numbers. */
    private Map<String, Object> object() {
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed(null);
            }
            Map<String, Object> object = members(parser);
            if (parser.nextToken() != null) {
                throw malformed(null);
            }
            return object;
        } catch (IOException malformed) {
            throw malformed(malformed);
        }
    }

    private Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                List<Object> list = new ArrayList<>();
                for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    list.add(scalar(parser, token));
                }
                members.put(member, list);
            } else {
                members.put(member, token == JsonToken.START_OBJECT ? members(parser) : scalar(parser, token));
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw malformed(null);
        }
        return members;
    }

    private boolean next() {
        try {
            boolean more = lines.next();
            if (more && lines.isTooLong()) {
                throw malformed(null);
            }
            return more;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** An encrypted dump that was truncated or modified fails to decrypt. */
    private Failure unreadable(IOException problem) {
        return problem.getCause() instanceof Failure failure
                ? failure
                : new Failure(Failure.Kind.IO, "can't read " + name + ": " + problem.getMessage(), problem);
    }

    private void add() {
        sum.add(Arrays.copyOfRange(lines.buffer(), lines.start(), lines.start() + lines.length()));
        sum.add(LINE_FEED);
    }

    private Failure malformed(Exception cause) {
        return new Failure(Failure.Kind.DAMAGED, name + " is damaged: line " + lines.number() + " is malformed", cause);
    }

    private Failure damaged(String what) {
        return new Failure(Failure.Kind.DAMAGED, name + " " + what);
    }
}
