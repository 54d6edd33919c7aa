package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;

/** A keyword whose work is recorded in the current {@link Evaluation} and stops with it. */
record WatchedKeyword(Keyword keyword) implements Keyword {
    @Override
    public String getValue() {
        return keyword.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context)
            throws Exception {
        Evaluation.at(null, getValue());
        KeywordValidator validator = keyword.newValidator(location, node, parent, context);
        return validator == null ? null : new Watched(validator);
    }

    private record Watched(KeywordValidator validator) implements KeywordValidator {
        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath place) {
            Evaluation.at(place, getKeyword());
            validator.validate(context, node, root, place);
        }

        @Override
        public void walk(ExecutionContext context, JsonNode node, JsonNode root, NodePath place, boolean validates) {
            validator.walk(context, node, root, place, validates);
        }

        @Override
        public void preloadSchema() throws SchemaException {
            validator.preloadSchema();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return validator.getSchemaLocation();
        }

        @Override
        public String getKeyword() {
            return validator.getKeyword();
        }
    }
}
