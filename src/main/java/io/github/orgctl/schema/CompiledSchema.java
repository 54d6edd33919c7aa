package io.github.orgctl.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.ProjectSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A compiled schema. */
final class CompiledSchema implements ProjectSchema {
    /** Keywords whose violation concerns one property of an object; its name is appended to the location. */
    private static final Set<String> ABOUT_A_PROPERTY =
            Set.of("required", "dependentRequired", "additionalProperties", "unevaluatedProperties", "propertyNames");

    private final Schema schema;
    private final List<KeyPolicy> policies;
    private final Duration limit;

    /**
     * @param limit CPU time limit for an evaluation
     */
    CompiledSchema(Schema schema, List<KeyPolicy> policies, Duration limit) {
        this.schema = schema;
        this.policies = policies;
        this.limit = limit;
    }

    @Override
    public List<KeyPolicy> policies() {
        return policies;
    }

    @Override
    public List<Violation> violations(Mode mode, Configuration configuration) {
        return Evaluation.run(limit, () -> errors(nested(configuration)).stream()
                .map(error -> violation(mode, error))
                .distinct()
                .toList());
    }

    List<Error> errors(JsonNode value) {
        return schema.validate(value);
    }

    /** The values as a nested object: each segment of a key becomes a property. */
    private static ObjectNode nested(Configuration configuration) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<Key, Value> entry : configuration.values().entrySet()) {
            String path = entry.getKey().path();
            ObjectNode parent = root;
            int start = 0;
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
                parent = parent.withObjectProperty(path.substring(start, dot));
                start = dot + 1;
            }
            try {
                parent.set(path.substring(start), SchemaJson.read(entry.getValue()));
            } catch (JsonProcessingException damaged) {
                throw new Failure(Failure.Kind.DAMAGED, "the value of '" + path + "' is not JSON", damaged);
            }
        }
        return root;
    }

    private static Violation violation(Mode mode, Error error) {
        StringBuilder place = new StringBuilder(dotted(error.getInstanceLocation()));
        String message = error.getMessage();
        if (error.getProperty() != null && ABOUT_A_PROPERTY.contains(error.getKeyword())) {
            place.append(place.length() == 0 ? "" : ".").append(error.getProperty());
            message = switch (error.getKeyword()) {
                case "required" -> "is missing";
                case "additionalProperties", "unevaluatedProperties" -> "is not known to the schema";
                default -> message;
            };
        }
        return new Violation(mode, place.toString(), error.getKeyword(), message);
    }

    /** A location in the values, spelled as a key. */
    static String dotted(NodePath path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            text.append(i == 0 ? "" : ".").append(path.getElement(i));
        }
        return text.toString();
    }
}
