package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An environment's fields and, last, its configuration. */
public final class EnvironmentDetailsShape extends Shape<EnvironmentDetails> {
    public static final EnvironmentDetailsShape ENVIRONMENT_DETAILS = new EnvironmentDetailsShape();

    private EnvironmentDetailsShape() {
        super("environment", fieldsWithConfiguration());
    }

    private static List<Field<EnvironmentDetails>> fieldsWithConfiguration() {
        List<Field<EnvironmentDetails>> fields = new ArrayList<>();
        for (Field<Environment> field : EnvironmentShape.ENVIRONMENT.fields()) {
            fields.add(new OfEnvironment(field));
        }
        fields.add(new Configuration());
        return fields;
    }

    private record OfEnvironment(Field<Environment> field) implements Field<EnvironmentDetails> {
        @Override
        public String name() {
            return field.name();
        }

        @Override
        public Object of(EnvironmentDetails details) {
            return field.of(details.environment());
        }

        @Override
        public Importance importance() {
            return field.importance();
        }

        @Override
        public Tone tone(EnvironmentDetails details) {
            return field.tone(details.environment());
        }
    }

    private static final class Configuration implements Field<EnvironmentDetails> {
        @Override
        public String name() {
            return "CONFIGURATION";
        }

        @Override
        public Object of(EnvironmentDetails details) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<Key, Value> entry : details.configuration().values().entrySet()) {
                values.put(entry.getKey().path(), new JsonText(entry.getValue().json()));
            }
            return values;
        }
    }

    @Override
    public String id(EnvironmentDetails details) {
        return EnvironmentShape.ENVIRONMENT.id(details.environment());
    }

    @Override
    public String reference(EnvironmentDetails details) {
        return EnvironmentShape.ENVIRONMENT.reference(details.environment());
    }
}
