package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.organization.Project;
import java.util.List;

public final class ProjectShape extends Shape<Project> {
    public static final ProjectShape PROJECT = new ProjectShape();

    private enum Column implements Field<Project> {
        ORGANIZATION(USEFUL),
        SLUG(ESSENTIAL),
        NAME(USEFUL),
        SANDBOX_ID(ON_REQUEST),
        LIVE_ID(ON_REQUEST),
        DESCRIPTION(USEFUL),
        ID(ON_REQUEST),
        ORGANIZATION_ID(ON_REQUEST),
        REVISION(ON_REQUEST),
        CREATED_AT(ON_REQUEST),
        UPDATED_AT(ON_REQUEST),
        DELETED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Project project) {
            return switch (this) {
                case ORGANIZATION -> project.organization();
                case SLUG -> project.slug();
                case NAME -> project.name();
                case SANDBOX_ID -> project.sandboxId();
                case LIVE_ID -> project.liveId();
                case DESCRIPTION -> project.description();
                case ID -> project.id();
                case ORGANIZATION_ID -> project.organizationId();
                case REVISION -> project.revision();
                case CREATED_AT -> project.createdAt();
                case UPDATED_AT -> project.updatedAt();
                case DELETED_AT -> project.deletedAt();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(Project project) {
            if (project.deletedAt() != null) {
                return Tone.FAINT;
            }
            return this == LIVE_ID ? Tone.CAUTION : Tone.PLAIN;
        }
    }

    private ProjectShape() {
        super("project", List.of(Column.values()));
    }

    @Override
    public String id(Project project) {
        return project.id().value();
    }

    @Override
    public String reference(Project project) {
        return project.deletedAt() == null
                ? project.organization() + "/" + project.slug()
                : project.id().value();
    }
}
