package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.dashboard.Request.Load;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.Workspace;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.promotion.Side;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Loads rows through the services: one transaction per query, with no more rows than requested. */
final class Loader {
    private final Workspace workspace;
    private final Times times;

    Loader(Workspace workspace) {
        this.workspace = workspace;
        this.times = workspace.times();
    }

    /** Text that changes whenever the store does. */
    String latest() {
        return workspace.read(null, services -> services.audit().latest());
    }

    Listed load(Load load) {
        Query query = load.query();
        return workspace.read(organization(query.organization()), services -> rows(services, query, load));
    }

    private Listed rows(Services services, Query query, Load load) {
        FilteredRows rows = new FilteredRows(query.filter(), load.limit());
        return switch (query.source()) {
            case PROJECTS ->
                query.filter().isEmpty()
                        ? projects(services, query, load, false, rows)
                        : foundProjects(services, query, load);
            case DELETED_PROJECTS -> projects(services, query, load, true, rows);
            case ORGANIZATIONS -> organizations(services, load, false, rows);
            case DELETED_ORGANIZATIONS -> organizations(services, load, true, rows);
            case KEYS -> new KeyList(services, times, query).rows(rows);
            case HISTORY -> history(services, query, load, rows);
            case MEMBERS -> lists(services, load, rows).members();
            case INVITATIONS -> lists(services, load, rows).invitations();
            case TOKENS -> lists(services, load, rows).tokens();
            case BILLING ->
                new BillingPage(services, organization(query.organization())).rows(permitted(services, query));
            case AUDIT -> lists(services, load, rows).events();
        };
    }

    private OrganizationLists lists(Services services, Load load, FilteredRows rows) {
        return new OrganizationLists(services, times, load.after(), rows, permitted(services, load.query()));
    }

    private Listed projects(Services services, Query query, Load load, boolean deleted, FilteredRows rows) {
        boolean all = query.organization() == null;
        ProjectReference after = load.after() == null ? null : ProjectReference.parse(load.after());
        rows.from(
                services.projects().list(all, new Page<>(rows.limit(), after, null), deleted),
                project -> row(project, all, deleted));
        return rows.listed(
                deleted ? columns(all, "SLUG", "NAME", "DELETED") : columns(all, "SLUG", "NAME", "DESCRIPTION"),
                permitted(services, query));
    }

    private Row row(Project project, boolean all, boolean deleted) {
        String reference = project.organization() + "/" + project.slug();
        List<Label> cells = new ArrayList<>();
        if (all) {
            cells.add(Label.of(project.organization().value()));
        }
        cells.add(Label.of(project.slug().value(), Style.BOLD));
        cells.add(Label.of(project.name().value()));
        cells.add(Label.of(
                deleted
                        ? times.text(project.deletedAt())
                        : project.description().value()));
        Item item = deleted
                ? new Item.Deleted(true, project.id().value())
                : new Item.OfProject(reference, project.name().value());
        return new Row(deleted ? project.id().value() : reference, cells, item, "");
    }

    private Listed foundProjects(Services services, Query query, Load load) {
        boolean all = query.organization() == null;
        List<Row> rows = new ArrayList<>();
        boolean more = services.search()
                .projects(all, SearchText.parse(query.filter()), load.after(), (long) load.limit())
                .forEach(found -> rows.add(row(found, all)));
        return new Listed(rows, more, List.of(), columns(all, "SLUG", "NAME"), null, false, permitted(services, query));
    }

    private static Row row(Found found, boolean all) {
        List<Label> cells = new ArrayList<>();
        if (all) {
            cells.add(Label.of(found.organization().value()));
        }
        cells.add(Label.of(found.project().value(), Style.BOLD));
        cells.add(Label.of(found.text()));
        return new Row(found.reference(), cells, new Item.OfProject(found.reference(), found.text()), "");
    }

    private static List<String> columns(boolean all, String... columns) {
        List<String> titles = new ArrayList<>();
        if (all) {
            titles.add("ORG");
        }
        titles.addAll(List.of(columns));
        return titles;
    }

    private Listed organizations(Services services, Load load, boolean deleted, FilteredRows rows) {
        OrganizationReference after = load.after() == null ? null : OrganizationReference.parse(load.after());
        rows.from(
                services.organizations().list(new Page<>(rows.limit(), after, null), deleted),
                organization -> row(organization, deleted));
        return rows.listed(
                List.of("SLUG", "NAME", deleted ? "DELETED" : "PROJECTS"),
                services.access().permitted((OrganizationReference) null));
    }

    private Row row(Organization organization, boolean deleted) {
        String slug = organization.slug().value();
        String last = deleted ? times.text(organization.deletedAt()) : Long.toString(organization.projects());
        Item item = deleted
                ? new Item.Deleted(false, organization.id().value())
                : new Item.OfOrganization(slug, organization.name().value());
        List<Label> cells =
                List.of(Label.of(slug, Style.BOLD), Label.of(organization.name().value()), Label.of(last));
        return new Row(deleted ? organization.id().value() : slug, cells, item, "");
    }

    private Listed history(Services services, Query query, Load load, FilteredRows rows) {
        Long after = load.after() == null ? null : Long.valueOf(load.after());
        rows.from(
                services.environments()
                        .history(reference(query.project(), query.mode()), new Page<>(rows.limit(), after, null)),
                revision -> row(revision, query));
        return rows.listed(
                List.of("REVISION", "TIME", "ACTOR", "KEYS", "MESSAGE"),
                services.access().permitted(ProjectReference.parse(query.project()), query.mode()));
    }

    private Row row(Revision revision, Query query) {
        List<String> keys = new ArrayList<>();
        revision.keys().forEach(key -> keys.add(key.path()));
        String number = Long.toString(revision.number());
        return new Row(
                number,
                List.of(
                        Label.of(number, Style.BOLD),
                        Label.of(times.text(revision.at())),
                        Label.of(revision.actor()),
                        Label.of(Integer.toString(keys.size())),
                        Label.of(revision.message().value())),
                new Item.OfRevision(query.project(), query.mode(), revision.number()),
                String.join(", ", keys));
    }

    /** The changes of a revision. */
    List<String> differences(Item.OfRevision revision) {
        EnvironmentReference environment = reference(revision.project(), revision.mode());
        return workspace.read(
                organization(revision.project().substring(0, revision.project().indexOf('/'))), services -> {
                    long before = 1;
                    List<Revision> earlier = new ArrayList<>();
                    services.environments()
                            .history(environment, new Page<>(1L, revision.number(), null))
                            .forEach(earlier::add);
                    if (!earlier.isEmpty()) {
                        before = earlier.get(0).number();
                    }
                    List<String> lines = new ArrayList<>();
                    for (KeyChange change : services.environments()
                            .difference(environment, new Side(null, before), new Side(null, revision.number()))
                            .changes()) {
                        lines.add(change.kind() + " " + change.key());
                        lines.add("  before: "
                                + (change.before() == null
                                        ? "not set"
                                        : change.before().json()));
                        lines.add("  after:  "
                                + (change.after() == null
                                        ? "not set"
                                        : change.after().json()));
                    }
                    return lines;
                });
    }

    /** The form for promoting a project. */
    Task promotion(String project) {
        return workspace.read(
                organization(project.substring(0, project.indexOf('/'))),
                services -> PromotionForm.of(project, services.promotions()));
    }

    private static Set<Action> permitted(Services services, Query query) {
        return services.access().permitted(organization(query.organization()));
    }

    private static OrganizationReference organization(String slug) {
        return slug == null ? null : OrganizationReference.parse(slug);
    }

    static EnvironmentReference reference(String project, Mode mode) {
        return EnvironmentReference.parse(project + ":" + mode);
    }
}
