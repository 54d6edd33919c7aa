package io.github.orgctl.cli.parameter;

import io.github.orgctl.cli.format.ColumnMapping;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;

/** Parameter types for organizations and projects and their fields. */
public final class ResourceTypes {
    private ResourceTypes() {}

    public static Type<OrganizationReference> organization() {
        return new Type<>("ORG", Candidates.ORGANIZATION) {
            @Override
            public OrganizationReference parse(String text) {
                return OrganizationReference.parse(text);
            }
        };
    }

    public static Type<ProjectReference> project() {
        return new Type<>("PROJECT", Candidates.PROJECT) {
            @Override
            public ProjectReference parse(String text) {
                return ProjectReference.parse(text);
            }
        };
    }

    public static Type<Id> id() {
        return new Type<>("ID") {
            @Override
            public Id parse(String text) {
                return Id.parse(text);
            }
        };
    }

    public static Type<Name> name() {
        return new Type<>("NAME") {
            @Override
            public Name parse(String text) {
                return new Name(text);
            }
        };
    }

    public static Type<Slug> slug() {
        return new Type<>("SLUG") {
            @Override
            public Slug parse(String text) {
                return new Slug(text);
            }
        };
    }

    public static Type<Description> description() {
        return new Type<>("TEXT") {
            @Override
            public Description parse(String text) {
                return new Description(text);
            }
        };
    }

    public static Type<WebsiteUrl> website() {
        return new Type<>("URL") {
            @Override
            public WebsiteUrl parse(String text) {
                return new WebsiteUrl(text);
            }
        };
    }

    public static Type<LiveWrites> liveWrites() {
        return new Type<>("ROLE", Candidates.LIVE_WRITES) {
            @Override
            public LiveWrites parse(String text) {
                return LiveWrites.parse(text);
            }
        };
    }

    public static Type<ColumnMapping> columnMapping() {
        return new Type<>("COLUMN=FIELD") {
            @Override
            public ColumnMapping parse(String text) {
                return ColumnMapping.parse(text);
            }
        };
    }
}
