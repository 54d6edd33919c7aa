package io.github.orgctl.cli;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.LiveWrites;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.OrganizationReference;
import io.github.orgctl.core.model.ProjectReference;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.WebsiteUrl;

/** The types of parameters that name organizations and projects, or hold what these are made of. */
public final class ResourceTypes {
    private ResourceTypes() {}

    public static Type<OrganizationReference> organization() {
        return Type.of("ORG", Candidates.ORGANIZATION, OrganizationReference::parse);
    }

    public static Type<ProjectReference> project() {
        return Type.of("PROJECT", Candidates.PROJECT, ProjectReference::parse);
    }

    public static Type<Id> id() {
        return Type.of("ID", Id::parse);
    }

    public static Type<Name> name() {
        return Type.of("NAME", Name::new);
    }

    public static Type<Slug> slug() {
        return Type.of("SLUG", Slug::new);
    }

    public static Type<Description> description() {
        return Type.of("TEXT", Description::new);
    }

    public static Type<WebsiteUrl> website() {
        return Type.of("URL", WebsiteUrl::new);
    }

    public static Type<LiveWrites> liveWrites() {
        return Type.of("ROLE", Candidates.LIVE_WRITES, LiveWrites::parse);
    }
}
