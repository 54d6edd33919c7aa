package io.github.orgctl.core.importing;

import io.github.orgctl.core.access.InvitationService;
import io.github.orgctl.core.access.IssuedInvitation;
import io.github.orgctl.core.access.MemberService;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.NewOrganization;
import io.github.orgctl.core.organization.NewProject;
import io.github.orgctl.core.organization.OrganizationChanges;
import io.github.orgctl.core.organization.OrganizationService;
import io.github.orgctl.core.organization.ProjectChanges;
import io.github.orgctl.core.organization.ProjectService;
import io.github.orgctl.core.port.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Imports rows atomically. Each row has the same permissions and rules as the corresponding command. Missing values are
 * unchanged, or have their default.
 */
public final class ImportService {
    private static final String ORGANIZATION = "organization";
    private static final String NAME = "name";
    private static final String SLUG = "slug";
    private static final String WEBSITE_URL = "websiteUrl";
    private static final String DESCRIPTION = "description";
    private static final String LIVE_WRITES = "liveWrites";
    private static final String EMAIL = "email";
    private static final String ROLE = "role";

    /** The fields of a row, the ones it can't do without first. */
    public static final List<String> ORGANIZATION_FIELDS = List.of(NAME, SLUG, WEBSITE_URL, DESCRIPTION, LIVE_WRITES);

    public static final List<String> PROJECT_FIELDS = List.of(NAME, SLUG, DESCRIPTION, ORGANIZATION);
    public static final List<String> MEMBER_FIELDS = List.of(EMAIL, ROLE, ORGANIZATION);

    private final OrganizationService organizations;
    private final ProjectService projects;
    private final MemberService members;
    private final InvitationService invitations;

    public ImportService(
            OrganizationService organizations,
            ProjectService projects,
            MemberService members,
            InvitationService invitations) {
        this.organizations = organizations;
        this.projects = projects;
        this.members = members;
        this.invitations = invitations;
    }

    /**
     * Imports organizations, which are the same when their slugs are.
     *
     * @throws Failure of the first row that failed; its message names the rows that did
     */
    public ImportSummary organizations(RowSource source, ExistingRows existing) {
        return RowImport.of(source, row -> organization(row, existing));
    }

    private RowOutcome organization(RowSource.Row row, ExistingRows existing) {
        OrganizationChanges values = new OrganizationChanges(
                required(row, NAME, Name::new),
                value(row, SLUG, Slug::new),
                value(row, WEBSITE_URL, WebsiteUrl::new),
                value(row, DESCRIPTION, Description::new),
                value(row, LIVE_WRITES, LiveWrites::parse));
        Change<Organization> change = organizations.create(
                new NewOrganization(
                        values.name(),
                        values.slug(),
                        Objects.requireNonNullElse(values.websiteUrl(), WebsiteUrl.NONE),
                        Objects.requireNonNullElse(values.description(), Description.NONE),
                        Objects.requireNonNullElse(values.liveWrites(), LiveWrites.DEFAULT)),
                existing != ExistingRows.REFUSE);
        if (change.made()) {
            return RowOutcome.CREATED;
        }
        if (existing == ExistingRows.SKIP) {
            return RowOutcome.SKIPPED;
        }
        OrganizationReference reference =
                new OrganizationReference.ById(change.value().id());
        return RowOutcome.ofUpdate(organizations.update(reference, values, null));
    }

    /**
     * Imports projects, which are the same when their slugs are in the same organization. A row that names no organization
     * is for the current one.
     *
     * @throws Failure of the first row that failed; its message names the rows that did
     */
    public ImportSummary projects(RowSource source, ExistingRows existing) {
        return RowImport.of(source, row -> project(row, existing));
    }

    private RowOutcome project(RowSource.Row row, ExistingRows existing) {
        ProjectChanges values = new ProjectChanges(
                required(row, NAME, Name::new), value(row, SLUG, Slug::new), value(row, DESCRIPTION, Description::new));
        Change<Project> change = projects.create(
                organizationOf(row),
                new NewProject(
                        values.name(),
                        values.slug(),
                        Objects.requireNonNullElse(values.description(), Description.NONE)),
                existing != ExistingRows.REFUSE);
        if (change.made()) {
            return RowOutcome.CREATED;
        }
        if (existing == ExistingRows.SKIP) {
            return RowOutcome.SKIPPED;
        }
        ProjectReference reference = new ProjectReference.ById(change.value().id());
        return RowOutcome.ofUpdate(projects.update(reference, values, null));
    }

    /**
     * Invites people and changes roles of members. Rows without an organization are for the current one.
     *
     * @param role role of invitations for rows without one
     * @param expires expiry of the invitations
     * @throws Failure of the first row that failed; its message names the rows that did
     */
    public MemberImport members(RowSource source, ExistingRows existing, Role role, Until expires) {
        List<IssuedInvitation> issued = new ArrayList<>();
        ImportSummary summary = RowImport.of(source, row -> {
            OrganizationReference organization = organizationOf(row);
            Email email = required(row, EMAIL, Email::new);
            Role given = value(row, ROLE, Role::parse);
            List<IssuedInvitation> invited = invitations.invite(
                    organization,
                    List.of(email),
                    Objects.requireNonNullElse(given, role),
                    expires,
                    existing != ExistingRows.REFUSE);
            issued.addAll(invited);
            if (!invited.isEmpty()) {
                return RowOutcome.CREATED;
            }
            if (existing == ExistingRows.SKIP) {
                return RowOutcome.SKIPPED;
            }
            return given == null
                    ? RowOutcome.UNCHANGED
                    : RowOutcome.ofUpdate(members.changeRole(organization, email, given));
        });
        return new MemberImport(summary, issued);
    }

    /** The organization that a row names, or null. */
    private static OrganizationReference organizationOf(RowSource.Row row) {
        return value(row, ORGANIZATION, OrganizationReference::parse);
    }

    private static <T> T required(RowSource.Row row, String field, Function<String, T> parser) {
        T value = value(row, field, parser);
        if (value == null) {
            throw Failure.usage("there is no " + field);
        }
        return value;
    }

    private static <T> T value(RowSource.Row row, String field, Function<String, T> parser) {
        String text = row.get(field);
        return text == null ? null : parser.apply(text);
    }
}
