package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.organization.Organization;
import java.util.List;

public final class OrganizationShape extends Shape<Organization> {
    public static final OrganizationShape ORGANIZATION = new OrganizationShape();

    private enum Column implements Field<Organization> {
        SLUG(true),
        NAME(true),
        PROJECTS(true),
        LIVE_WRITES(true),
        WEBSITE_URL(false),
        DESCRIPTION(false),
        ID(true),
        REVISION(false),
        CREATED_AT(false),
        UPDATED_AT(false),
        DELETED_AT(false);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
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
        public boolean inTable() {
            return inTable;
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
