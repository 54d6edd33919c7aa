package io.github.orgctl.schema;

import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;

/** Reads JSON Schema of 2020-12. Knows nothing of the library itself, so that a run without a schema never loads it. */
public final class JsonSchemas implements SchemaReader {
    @Override
    public ProjectSchema read(String text) {
        return SchemaCompiler.compile(text);
    }
}
