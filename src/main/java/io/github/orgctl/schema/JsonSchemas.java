package io.github.orgctl.schema;

import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;

/** Reads JSON Schema of 2020-12. */
public final class JsonSchemas implements SchemaReader {
    @Override
    public ProjectSchema read(String text) {
        throw new UnsupportedOperationException(text);
    }
}
