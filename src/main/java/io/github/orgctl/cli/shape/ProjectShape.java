package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.organization.Project;
import java.util.List;

public final class ProjectShape extends Shape<Project> {
    public static final ProjectShape PROJECT = new ProjectShape();

    private enum Column implements Field<Project> {
        ORGANIZATION(true),
        SLUG(true),
        NAME(true),
        SANDBOX_ID(false),
        LIVE_ID(false),
        DESCRIPTION(true),
        ID(false),
        ORGANIZATION_ID(false),
        REVISION(false),
        CREATED_AT(false),
        UPDATED_AT(false),
        DELETED_AT(false);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
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
        public boolean inTable() {
            return inTable;
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
