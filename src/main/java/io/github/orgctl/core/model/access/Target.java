package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;

/**
 * Target of an action, in an organization or in the store itself.
 *
 * @param organizationId {@link #STORE} for the store
 * @param organization slug, or null for the store
 * @param projectId null unless it is a project or part of one
 * @param mode null unless it is an environment or part of one
 * @param name display name: {@code acme}, {@code acme/website}, {@code acme/website:live} or an e-mail address
 */
public record Target(Id organizationId, Slug organization, Id projectId, Mode mode, String name) {
    /** Takes the place of an organization id for the store. No organization has this id. */
    public static final Id STORE = new Id("00000000-0000-0000-0000-000000000000");

    /** A resource of the store, such as a price plan. */
    public static Target ofStore(String name) {
        return new Target(STORE, null, null, null, name);
    }

    /**
     * The name of a target in the audit log for user input: e-mail addresses are normalized, everything else is
     * unchanged.
     */
    public static String nameOf(String text) {
        try {
            return new Email(text).mailbox();
        } catch (Failure noAddress) {
            return text;
        }
    }

    public static Target of(Organization organization) {
        return of(organization, organization.slug().value());
    }

    /** A resource of the organization, such as a token. */
    public static Target of(Organization organization, String name) {
        return new Target(organization.id(), organization.slug(), null, null, name);
    }

    public static Target of(Member member) {
        String mailbox = member.email().mailbox();
        return new Target(member.organizationId(), member.organization(), null, null, mailbox);
    }

    /** The invited person. */
    public static Target of(Invitation invitation) {
        String mailbox = invitation.email().mailbox();
        return new Target(invitation.organizationId(), invitation.organization(), null, null, mailbox);
    }

    public static Target of(Project project) {
        return new Target(
                project.organizationId(),
                project.organization(),
                project.id(),
                null,
                project.organization() + "/" + project.slug());
    }

    /** An environment of the project. */
    public static Target of(Project project, Mode mode) {
        return new Target(
                project.organizationId(),
                project.organization(),
                project.id(),
                mode,
                project.organization() + "/" + project.slug() + ":" + mode);
    }

    public static Target of(Environment environment) {
        return new Target(
                environment.organizationId(),
                environment.organization(),
                environment.projectId(),
                environment.mode(),
                environment.reference());
    }

    /** Qualified name of the project: {@code acme/website}. */
    public String projectName() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
