package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.organization.Organization;
import java.util.List;

public final class OrganizationShape extends Shape<Organization> {
    public static final OrganizationShape ORGANIZATION = new OrganizationShape();

    private enum Column implements Field<Organization> {
        SLUG(ESSENTIAL),
        NAME(USEFUL),
        PROJECTS(USEFUL),
        LIVE_WRITES(USEFUL),
        WEBSITE_URL(ON_REQUEST),
        DESCRIPTION(ON_REQUEST),
        ID(MINOR),
        REVISION(ON_REQUEST),
        CREATED_AT(ON_REQUEST),
        UPDATED_AT(ON_REQUEST),
        DELETED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Organization organization) {
            return switch (this) {
                case SLUG -> organization.slug();
                case NAME -> organization.name();
                case PROJECTS -> organization.projects();
                case LIVE_WRITES -> organization.liveWrites();
                case WEBSITE_URL -> organization.websiteUrl();
                case DESCRIPTION -> organization.description();
                case ID -> organization.id();
                case REVISION -> organization.revision();
                case CREATED_AT -> organization.createdAt();
                case UPDATED_AT -> organization.updatedAt();
                case DELETED_AT -> organization.deletedAt();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(Organization organization) {
            return organization.deletedAt() == null ? Tone.PLAIN : Tone.FAINT;
        }
    }

    private OrganizationShape() {
        super("organization", List.of(Column.values()));
    }

    @Override
    public String id(Organization organization) {
        return organization.id().value();
    }

    @Override
    public String reference(Organization organization) {
        return organization.deletedAt() == null
                ? organization.slug().value()
                : organization.id().value();
    }
}
