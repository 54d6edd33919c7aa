package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;

/** Creates "not found" failures with hints: whether the resource is in the trash, and similar names. */
public final class NotFound {
    private static final int CANDIDATES = 1000;
    private static final int TYPOS = 2;

    private final Tx tx;
    private final Access access;

    public NotFound(Tx tx, Access access) {
        this.tx = tx;
        this.access = access;
    }

    public Failure organization(OrganizationReference reference) {
        String message = "organization '" + reference + "' not found";
        if (isInTrash(reference)) {
            return new Failure(
                    Failure.Kind.NOT_FOUND,
                    "organization '" + reference + "' is in the trash",
                    Advice.RESTORE_ORGANIZATION.of(reference));
        }
        String word = reference.toString();
        AccessScope scope = access.scope();
        List<Slug> near = tx.organizations().slugs(scope, word.substring(0, 1), CANDIDATES);
        List<Slug> candidates = near.isEmpty() ? tx.organizations().slugs(scope, "", CANDIDATES) : near;
        return notFound(message, word, candidates, Advice.LIST_ORGANIZATIONS.of());
    }

    private boolean isInTrash(OrganizationReference reference) {
        List<Organization> found = reference instanceof OrganizationReference.ById byId
                ? tx.organizations().find(byId.id()).stream().toList()
                : tx.organizations().findDeleted(((OrganizationReference.BySlug) reference).slug());
        return found.stream().anyMatch(organization -> access.sees(organization.id()));
    }

    Failure project(Organization organization, Slug slug) {
        String message = "project '" + slug + "' not found in the organization " + organization.slug();
        if (tx.projects().findDeleted(organization.id(), slug).stream()
                .anyMatch(project -> access.seesProject(project.id()))) {
            return new Failure(
                    Failure.Kind.NOT_FOUND,
                    "project '" + slug + "' of the organization " + organization.slug() + " is in the trash",
                    Advice.RESTORE_PROJECT.of(organization.slug() + "/" + slug));
        }
        String word = slug.value();
        if (word.equals(ProjectReference.SHARED)) {
            return new Failure(Failure.Kind.NOT_FOUND, message, Advice.CREATE_SHARED_PROJECT.of(organization.slug()));
        }
        AccessScope scope = access.scope().within(organization.id());
        List<Slug> near = tx.projects().slugs(scope, word.substring(0, 1), CANDIDATES);
        List<Slug> candidates = near.isEmpty() ? tx.projects().slugs(scope, "", CANDIDATES) : near;
        return notFound(message, word, candidates, Advice.LIST_PROJECTS.of(organization.slug()));
    }

    /** Addresses are long and share their endings, so the tolerance for typing errors is small. */
    Failure member(Organization organization, Email email) {
        List<String> near = new ArrayList<>();
        tx.members()
                .list(organization.id(), new Page<>((long) CANDIDATES, null, null))
                .forEach(member -> {
                    if (Nearest.distance(email.mailbox(), member.email().mailbox()) <= TYPOS) {
                        near.add(member.email().value());
                    }
                });
        return notFound(
                "member '" + email + "' not found in the organization " + organization.slug(),
                email.value(),
                near,
                Advice.LIST_MEMBERS.of(organization.slug()));
    }

    private static Failure notFound(String message, String word, List<?> candidates, Hint list) {
        List<String> texts = candidates.stream().map(Object::toString).toList();
        return new Failure(Failure.Kind.NOT_FOUND, message, Nearest.hint(word, texts, list));
    }
}
