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
 * Target of an action, in one organization or the store itself.
 *
 * @param organizationId {@link #STORE} where it is the store
 * @param organization its slug, or null where it is the store
 * @param projectId null where it is no project, nor a part of one
 * @param mode null where it is no environment, nor a part of one
 * @param name how a person recognizes it: {@code acme}, {@code acme/website}, {@code acme/website:live} or an e-mail address
 */
public record Target(Id organizationId, Slug organization, Id projectId, Mode mode, String name) {
    /** Stands for the store where an organization's id would: the id of nothing, which no organization ever gets. */
    public static final Id STORE = new Id("00000000-0000-0000-0000-000000000000");

    /** Something that belongs to the store, such as a plan of the price list. */
    public static Target ofStore(String name) {
        return new Target(STORE, null, null, null, name);
    }

    /** What the trail calls what a user names: an address in the form that addresses are compared by, all else as it is. */
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

    /** Something that belongs to the organization, such as a token. */
    public static Target of(Organization organization, String name) {
        return new Target(organization.id(), organization.slug(), null, null, name);
    }

    public static Target of(Member member) {
        String mailbox = member.email().mailbox();
        return new Target(member.organizationId(), member.organization(), null, null, mailbox);
    }

    /** The person who is invited. */
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

    /** One of the project's environments. */
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

    /** The project by the name that it is found by: {@code acme/website}. */
    public String projectName() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
