package io.github.orgctl.core.document;

import io.github.orgctl.core.access.InvitationService;
import io.github.orgctl.core.access.MemberService;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SchemaService;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
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
import io.github.orgctl.core.port.CredentialSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Carries a plan out through the services that single commands use, in an order in which nothing stands in its own way:
 * what goes makes room, names that are exchanged are set aside, rights change last.
 */
final class ChangeExecutor {
    /** Behind everybody else. */
    private static final int ACTOR = 3;

    private static final Until INVITATION = new Until(null, Duration.ofDays(7));

    private final UnitOfWork work;
    private final ProjectSchemas schemas;
    private final EnvironmentWriter writer;
    private final CredentialSource credentials;
    private final PlannedWork planned;
    private final Description message;
    private final Map<Slug, Id> organizations = new HashMap<>();
    private final Map<String, Project> projects = new HashMap<>();

    ChangeExecutor(
            UnitOfWork work,
            ProjectSchemas schemas,
            EnvironmentWriter writer,
            CredentialSource credentials,
            PlannedWork planned,
            Description message) {
        this.work = work;
        this.schemas = schemas;
        this.writer = writer;
        this.credentials = credentials;
        this.planned = planned;
        this.message = message;
    }

    void run() {
        planned.deleted().forEach(this::delete);
        setOrganizationsAside();
        planned.organizations().forEach(this::write);
        setProjectsAside();
        planned.projects().stream().filter(work -> work.before() != null).forEach(this::move);
        planned.projects().forEach(this::write);
        for (PlannedWork.OfProject project : planned.projects()) {
            writeContent(project);
        }
        planned.organizations().forEach(this::writeLiveWrites);
        writeMembers();
    }

    private void delete(Project project) {
        new ProjectService(work)
                .delete(
                        new ProjectReference.ById(project.id()),
                        new Deletion(project.slug().value(), false, false));
    }

    /** Frees names and slugs that other documents want, until all are free. */
    private void setOrganizationsAside() {
        for (PlannedWork.OfOrganization each : planned.organizations()) {
            Organization before = each.before();
            boolean wanted = before != null
                    && planned.organizations().stream()
                            .map(PlannedWork.OfOrganization::document)
                            .anyMatch(other ->
                                    !other.slug().equals(each.document().slug())
                                            && (other.slug().equals(before.slug())
                                                    || before.name().equals(other.name())));
            if (wanted) {
                update(before, new OrganizationChanges(aside(before.id()), asideSlug(before.id()), null, null, null));
            }
        }
    }

    private static Name aside(Id id) {
        return new Name("renaming " + id);
    }

    private static Slug asideSlug(Id id) {
        return new Slug("renaming-" + id);
    }

    private void update(Organization before, OrganizationChanges changes) {
        new OrganizationService(work).update(new OrganizationReference.ById(before.id()), changes, null);
    }

    private void write(PlannedWork.OfOrganization each) {
        OrganizationDocument document = each.document();
        if (each.before() == null) {
            Organization made = new OrganizationService(work)
                    .create(
                            new NewOrganization(
                                    document.name(),
                                    document.slug(),
                                    Objects.requireNonNullElse(document.websiteUrl(), WebsiteUrl.NONE),
                                    Objects.requireNonNullElse(document.description(), Description.NONE),
                                    Objects.requireNonNullElse(document.liveWrites(), LiveWrites.DEFAULT)),
                            false)
                    .value();
            organizations.put(document.slug(), made.id());
            return;
        }
        Organization before = each.before();
        organizations.put(document.slug(), before.id());
        update(
                before,
                new OrganizationChanges(
                        Objects.requireNonNullElse(document.name(), before.name()),
                        document.slug(),
                        document.websiteUrl(),
                        document.description(),
                        null));
    }

    /** The organization that has the slug of a document by now. */
    private Id organization(Slug slug) {
        return organizations.computeIfAbsent(
                slug,
                wanted -> work.tx().organizations().find(wanted).orElseThrow().id());
    }

    /** Sets projects aside that give way to another, or that are renamed on the way to another organization. */
    private void setProjectsAside() {
        Map<String, String> wanted = new HashMap<>();
        for (PlannedWork.OfProject each : planned.projects()) {
            ProjectDocument document = each.document();
            String organization = organization(document.organization()).value();
            wanted.put(organization + "/" + document.slug(), document.address());
            if (document.name() != null) {
                wanted.put(organization + " " + document.name(), document.address());
            }
        }
        for (PlannedWork.OfProject each : planned.projects()) {
            Project before = each.before();
            if (before == null) {
                continue;
            }
            ProjectDocument document = each.document();
            String organization = before.organizationId().value();
            String bySlug = wanted.getOrDefault(organization + "/" + before.slug(), document.address());
            String byName = wanted.getOrDefault(organization + " " + before.name(), document.address());
            boolean renames = !before.slug().equals(document.slug())
                    || document.name() != null && !before.name().equals(document.name());
            if (!bySlug.equals(document.address()) || !byName.equals(document.address()) || renames && moves(each)) {
                update(before, new ProjectChanges(aside(before.id()), asideSlug(before.id()), null));
            }
        }
    }

    private boolean moves(PlannedWork.OfProject each) {
        return !organization(each.document().organization())
                .equals(each.before().organizationId());
    }

    private void update(Project before, ProjectChanges changes) {
        new ProjectService(work).update(new ProjectReference.ById(before.id()), changes, null);
    }

    private void move(PlannedWork.OfProject each) {
        if (moves(each)) {
            new ProjectService(work)
                    .move(
                            new ProjectReference.ById(each.before().id()),
                            new OrganizationReference.ById(
                                    organization(each.document().organization())),
                            null);
        }
    }

    private void write(PlannedWork.OfProject each) {
        ProjectDocument document = each.document();
        Project before = each.before();
        if (before == null) {
            NewProject draft = new NewProject(
                    document.name(),
                    document.slug(),
                    Objects.requireNonNullElse(document.description(), Description.NONE));
            UnitOfWork within = within(organization(document.organization()));
            projects.put(
                    document.address(),
                    new ProjectService(within).create(draft, false).value());
            return;
        }
        ProjectChanges changes = new ProjectChanges(
                Objects.requireNonNullElse(document.name(), before.name()), document.slug(), document.description());
        projects.put(
                document.address(),
                new ProjectService(work)
                        .update(new ProjectReference.ById(before.id()), changes, null)
                        .value());
    }

    /** The same work in another current organization. */
    private UnitOfWork within(Id organization) {
        Context context = new Context(new OrganizationReference.ById(organization), "a document", null, null, null);
        Resolver resolver = new Resolver(work.tx(), context, work.access());
        return new UnitOfWork(work.tx(), work.now(), work.ids(), work.access(), work.trail(), resolver);
    }

    /** The schema comes first, since the values that come with it are meant for it. */
    private void writeContent(PlannedWork.OfProject each) {
        Project project = projects.get(each.document().address());
        ProjectReference reference = new ProjectReference.ById(project.id());
        SchemaService service = new SchemaService(work, schemas);
        boolean sets = each.schema() != null && !each.schema().isEmpty();
        if (sets) {
            service.set(reference, each.schema(), true);
        } else if (each.schema() != null) {
            service.unset(reference, true);
        }
        for (PlannedWork.OfEnvironment environment : each.environments()) {
            write(project, environment);
        }
        if (sets) {
            ProjectSchemas.refuse(
                    schemas.violations(schemas.understood(each.schema()), project.id(), null),
                    each.document().address() + " would violate its new schema",
                    null);
        }
    }

    private void write(Project project, PlannedWork.OfEnvironment environment) {
        Id id = environment.mode() == Mode.LIVE ? project.liveId() : project.sandboxId();
        // A plan whose gates are closed is only tried out.
        Edit edit = new Edit(new EnvironmentReference.ById(id, null), message, null, EnumSet.allOf(Gate.class));
        List<SecretChange> unset = new ArrayList<>();
        for (Key key : environment.unset()) {
            unset.add(new SecretChange(key, work.tx().secrets().find(id, key).orElseThrow(), null));
        }
        if (!unset.isEmpty()) {
            writer.open(edit, Action.SECRET_UNSET).write(unset);
        }
        if (environment.values() != null) {
            writer.open(edit, Action.CONFIG_IMPORT).write(environment.values());
        }
        List<SecretChange> set = new ArrayList<>();
        environment.references().forEach((key, reference) -> set.add(change(id, key, reference)));
        if (!set.isEmpty()) {
            writer.open(edit, Action.SECRET_SET).write(set);
        }
    }

    private SecretChange change(Id environment, Key key, SecretReference reference) {
        Secret before = work.tx().secrets().find(environment, key).orElse(null);
        Secret after = new Secret(
                key,
                reference.kind(),
                reference.target(),
                null,
                before == null ? work.now() : before.createdAt(),
                work.now());
        return new SecretChange(key, before, after);
    }

    private void writeLiveWrites(PlannedWork.OfOrganization each) {
        LiveWrites liveWrites = each.document().liveWrites();
        if (each.before() != null && liveWrites != null) {
            update(each.before(), new OrganizationChanges(null, null, null, null, liveWrites));
        }
    }

    /** Those that raise come first, so that an owner is there before another goes; the acting person comes last. */
    private void writeMembers() {
        List<PlannedWork.OfMember> ordered = new ArrayList<>(planned.members());
        ordered.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        ordered.forEach(this::write);
    }

    private int rank(PlannedWork.OfMember each) {
        Member before = each.before();
        if (before != null
                && work.access().person() != null
                && before.email().mailbox().equals(work.access().person().mailbox())) {
            return ACTOR;
        }
        if (each.after() == null) {
            return 2;
        }
        return before != null && before.role().compareTo(each.after().role()) > 0 ? 1 : 0;
    }

    private void write(PlannedWork.OfMember each) {
        UnitOfWork within = within(organization(each.organization().slug()));
        MemberDocument after = each.after();
        Member before = each.before();
        if (after == null) {
            new MemberService(within).remove(before.email(), false);
        } else if (before == null && !isFirstOwner(each)) {
            new InvitationService(within, credentials).invite(List.of(after.email()), after.role(), INVITATION, false);
        } else {
            new MemberService(within).changeRole(after.email(), after.role());
        }
    }

    /** Whether it is the person who just became the first owner by creating the organization. */
    private boolean isFirstOwner(PlannedWork.OfMember each) {
        return work.tx()
                .members()
                .find(organization(each.organization().slug()), each.after().email())
                .isPresent();
    }
}
