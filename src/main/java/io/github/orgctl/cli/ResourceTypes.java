package io.github.orgctl.cli;

import io.github.orgctl.core.model.ActionPattern;
import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.EventReference;
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

    public static final class NameType extends Type<Name> {
        @Override
        public String label() {
            return "NAME";
        }

        @Override
        public Name parse(String text) {
            return new Name(text);
        }
    }

    public static final class SlugType extends Type<Slug> {
        @Override
        public String label() {
            return "SLUG";
        }

        @Override
        public Slug parse(String text) {
            return new Slug(text);
        }
    }

    public static final class DescriptionType extends Type<Description> {
        @Override
        public String label() {
            return "TEXT";
        }

        @Override
        public Description parse(String text) {
            return new Description(text);
        }
    }

    public static final class WebsiteType extends Type<WebsiteUrl> {
        @Override
        public String label() {
            return "URL";
        }

        @Override
        public WebsiteUrl parse(String text) {
            return new WebsiteUrl(text);
        }
    }

    public static final class LiveWritesType extends Type<LiveWrites> {
        @Override
        public String label() {
            return "ROLE";
        }

        @Override
        public Candidates candidates() {
            return Candidates.LIVE_WRITES;
        }

        @Override
        public LiveWrites parse(String text) {
            return LiveWrites.parse(text);
        }
    }

    public static final class IdType extends Type<Id> {
        @Override
        public String label() {
            return "ID";
        }

        @Override
        public Id parse(String text) {
            return Id.parse(text);
        }
    }

    public static final class ActionPatternType extends Type<ActionPattern> {
        @Override
        public String label() {
            return "GLOB";
        }

        @Override
        public Candidates candidates() {
            return Candidates.ACTION_PATTERN;
        }

        @Override
        public ActionPattern parse(String text) {
            return ActionPattern.parse(text);
        }
    }

    public static final class EventType extends Type<EventReference> {
        @Override
        public String label() {
            return "EVENT";
        }

        @Override
        public EventReference parse(String text) {
            return EventReference.parse(text);
        }
    }

    public static final class OrganizationType extends Type<OrganizationReference> {
        private final Candidates candidates;

        public OrganizationType() {
            this(Candidates.ORGANIZATION);
        }

        public OrganizationType(Candidates candidates) {
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return "ORG";
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public OrganizationReference parse(String text) {
            return OrganizationReference.parse(text);
        }
    }

    public static final class ProjectType extends Type<ProjectReference> {
        private final Candidates candidates;

        public ProjectType() {
            this(Candidates.PROJECT);
        }

        public ProjectType(Candidates candidates) {
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return "PROJECT";
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public ProjectReference parse(String text) {
            return ProjectReference.parse(text);
        }
    }
}
