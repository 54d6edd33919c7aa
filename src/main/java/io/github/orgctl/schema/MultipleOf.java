package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The keyword {@code multipleOf}, computed exactly for numbers of any size. */
final class MultipleOf extends AbstractKeyword {
    MultipleOf() {
        super("multipleOf");
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
        return new Validator(location, node, parent, context);
    }

    private final class Validator extends BaseKeywordValidator {
        private final BigDecimal divisor;

        private Validator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
            super(MultipleOf.this, node, location, parent, context);
            divisor = node.decimalValue();
        }

        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath place) {
            if (node.isNumber() && !isMultiple(node.decimalValue())) {
                context.addError(error().instanceNode(node)
                        .instanceLocation(place)
                        .evaluationPath(context.getEvaluationPath())
                        .locale(context.getExecutionConfig().getLocale())
                        .arguments(divisor.toString())
                        .build());
            }
        }

        /** Computed with integers: the remainder of long decimals takes minutes. */
        private boolean isMultiple(BigDecimal number) {
            int scale = Math.max(number.scale(), divisor.scale());
            BigInteger dividend = number.setScale(scale).unscaledValue();
            return dividend.remainder(divisor.setScale(scale).unscaledValue()).signum() == 0;
        }
    }
}
