package io.github.orgctl.schema;

import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;
import java.time.Duration;

/** Reads JSON Schema of 2020-12. Knows nothing of the library itself, so that a run without a schema never loads it. */
public final class JsonSchemas implements SchemaReader {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Duration limit;

    public JsonSchemas() {
        this(LIMIT);
    }

    /**
     * @param limit how much of a processor's time reading a schema, and each evaluation of it, may take
     */
    JsonSchemas(Duration limit) {
        this.limit = limit;
    }

    @Override
    public ProjectSchema read(String text) {
        return Evaluation.run(limit, () -> SchemaCompiler.compile(text, limit));
    }
}
