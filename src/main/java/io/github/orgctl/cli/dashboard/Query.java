package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.organization.Mode;

/**
 * Source, scope and filter of a list.
 *
 * @param organization slug, or null for all
 * @param project {@code ORG/PROJECT}, or null
 * @param mode null for a list that is not of an environment
 * @param filter text that rows must contain; may be empty
 */
record Query(Source source, String organization, String project, Mode mode, String filter) {
    /** Kind of list. */
    enum Source {
        PROJECTS,
        DELETED_PROJECTS,
        ORGANIZATIONS,
        DELETED_ORGANIZATIONS,
        KEYS,
        HISTORY,
        MEMBERS,
        INVITATIONS,
        TOKENS,
        BILLING,
        AUDIT
    }

    static Query all(Source source) {
        return ofOrganization(source, null);
    }

    static Query ofOrganization(Source source, String organization) {
        return new Query(source, organization, null, null, "");
    }

    static Query ofEnvironment(Source source, String project, Mode mode) {
        return new Query(source, project.substring(0, project.indexOf('/')), project, mode, "");
    }

    Query filtered(String text) {
        return new Query(source, organization, project, mode, text);
    }
}
