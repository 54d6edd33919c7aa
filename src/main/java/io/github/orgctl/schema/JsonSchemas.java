package io.github.orgctl.schema;

import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;
import java.time.Duration;
import java.util.NavigableMap;

/**
 * Reads JSON Schema 2020-12. References no classes of the library itself, so a command without a schema never loads it.
 */
public final class JsonSchemas implements SchemaReader {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Duration limit;

    public JsonSchemas() {
        this(LIMIT);
    }

    /**
     * @param limit CPU time limit for reading a schema and for each evaluation
     */
    JsonSchemas(Duration limit) {
        this.limit = limit;
    }

    @Override
    public ProjectSchema read(String text) {
        return Evaluation.run(limit, () -> SchemaCompiler.compile(text, limit));
    }

    @Override
    public NavigableMap<String, String> parts(String text) {
        return SchemaParts.of(text);
    }
}
