package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.organization.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class EnvironmentShape extends Shape<Environment> {
    public static final EnvironmentShape ENVIRONMENT = new EnvironmentShape();

    private enum Column implements Field<Environment> {
        ORGANIZATION(USEFUL),
        PROJECT(ESSENTIAL),
        MODE(ESSENTIAL),
        ID(USEFUL),
        REVISION(ON_REQUEST),
        LOCK(USEFUL),
        PROJECT_ID(ON_REQUEST),
        ORGANIZATION_ID(ON_REQUEST),
        CREATED_AT(ON_REQUEST),
        UPDATED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Environment environment) {
            return switch (this) {
                case ORGANIZATION -> environment.organization();
                case PROJECT -> environment.project();
                case MODE -> environment.mode();
                case ID -> environment.id();
                case REVISION -> environment.revision();
                case LOCK -> parts(environment.lock());
                case PROJECT_ID -> environment.projectId();
                case ORGANIZATION_ID -> environment.organizationId();
                case CREATED_AT -> environment.createdAt();
                case UPDATED_AT -> environment.updatedAt();
            };
        }

        private static Map<String, Object> parts(Lock lock) {
            if (lock == null) {
                return null;
            }
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("reason", lock.reason());
            parts.put("until", lock.until());
            return parts;
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(Environment environment) {
            return this == MODE && environment.mode() == Mode.LIVE ? Tone.CAUTION : Tone.PLAIN;
        }
    }

    private EnvironmentShape() {
        super("environment", List.of(Column.values()));
    }

    @Override
    public String id(Environment environment) {
        return environment.id().value();
    }

    @Override
    public String reference(Environment environment) {
        return environment.reference();
    }
}
