package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.dashboard.Query.Source;
import io.github.orgctl.core.model.organization.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * Page of a tab.
 *
 * @param title what it is about
 * @param project {@code ORG/PROJECT} where it is about one, else null
 * @param organization slug of the organization it is about, or null
 * @param sideBySide whether all panes show at once, rather than one as a section of the page
 * @param focus index of the pane that keys work on
 */
record Place(String title, String organization, String project, boolean sideBySide, List<Pane> panes, int focus) {
    /** @param organization slug, or null for the projects of all organizations */
    static Place projects(String organization) {
        return new Place(
                organization == null ? "All projects" : "Projects of " + organization,
                organization,
                null,
                false,
                List.of(
                        Pane.of("Projects", Query.ofOrganization(Source.PROJECTS, organization)),
                        Pane.of("Trash", Query.ofOrganization(Source.DELETED_PROJECTS, organization))),
                0);
    }

    static Place project(String reference) {
        return new Place(
                reference,
                organizationOf(reference),
                reference,
                true,
                List.of(
                        Pane.of("sandbox", Query.ofEnvironment(Source.KEYS, reference, Mode.SANDBOX)),
                        Pane.of("live", Query.ofEnvironment(Source.KEYS, reference, Mode.LIVE))),
                0);
    }

    static Place history(String reference, Mode mode) {
        return new Place(
                "History of " + reference + ":" + mode,
                organizationOf(reference),
                reference,
                true,
                List.of(Pane.of(mode.toString(), Query.ofEnvironment(Source.HISTORY, reference, mode))),
                0);
    }

    static Place organizations() {
        return new Place(
                "Organizations",
                null,
                null,
                false,
                List.of(
                        Pane.of("Organizations", Query.all(Source.ORGANIZATIONS)),
                        Pane.of("Trash", Query.all(Source.DELETED_ORGANIZATIONS))),
                0);
    }

    static Place organization(String slug) {
        return new Place(
                "Organization " + slug,
                slug,
                null,
                false,
                List.of(
                        Pane.of("Members", Query.ofOrganization(Source.MEMBERS, slug)),
                        Pane.of("Invitations", Query.ofOrganization(Source.INVITATIONS, slug)),
                        Pane.of("Tokens", Query.ofOrganization(Source.TOKENS, slug)),
                        Pane.of("Billing", Query.ofOrganization(Source.BILLING, slug)),
                        Pane.of("Audit log", Query.ofOrganization(Source.AUDIT, slug))),
                0);
    }

    private static String organizationOf(String project) {
        return project.substring(0, project.indexOf('/'));
    }

    Pane pane() {
        return panes.get(focus);
    }

    /** Whether it is the page of a project. */
    boolean isProject() {
        return pane().query().source() == Source.KEYS;
    }

    /** The visible panes. */
    List<Pane> visible() {
        return sideBySide ? panes : List.of(pane());
    }

    Place focused(int index) {
        int next = Math.floorMod(index, panes.size());
        return new Place(title, organization, project, sideBySide, panes, next);
    }

    /** This page with the focused pane replaced. Panes side by side select the same row. */
    Place with(Pane pane) {
        List<Pane> next = new ArrayList<>(panes);
        next.set(focus, pane);
        if (sideBySide && pane.row() != null) {
            for (int i = 0; i < next.size(); i++) {
                next.set(i, i == focus ? pane : next.get(i).select(pane.row().id()));
            }
        }
        return withAll(next);
    }

    Place withAll(List<Pane> next) {
        return new Place(title, organization, project, sideBySide, List.copyOf(next), focus);
    }
}
