package io.github.orgctl.core;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Organization;
import io.github.orgctl.core.model.OrganizationReference;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.port.Tx;
import java.util.List;

/** What to say of an organization or a project that is not there: whether it is in the trash, and what is named alike. */
final class NotFound {
    private static final int CANDIDATES = 1000;

    private final Tx tx;

    NotFound(Tx tx) {
        this.tx = tx;
    }

    Failure organization(OrganizationReference reference) {
        String message = "no organization '" + reference + "'";
        if (isInTrash(reference)) {
            return new Failure(
                    Failure.Kind.NOT_FOUND,
                    message + ": it is in the trash",
                    "bring it back with: orgctl org restore " + reference);
        }
        String word = reference.toString();
        List<Slug> near = tx.organizations().slugs(word.substring(0, 1), CANDIDATES);
        List<Slug> candidates = near.isEmpty() ? tx.organizations().slugs("", CANDIDATES) : near;
        return notFound(message, word, candidates, "orgctl org list");
    }

    private boolean isInTrash(OrganizationReference reference) {
        return reference instanceof OrganizationReference.ById byId
                ? tx.organizations().find(byId.id()).isPresent()
                : !tx.organizations()
                        .findDeleted(((OrganizationReference.BySlug) reference).slug())
                        .isEmpty();
    }

    Failure project(Organization organization, Slug slug) {
        String message = "no project '" + slug + "' in the organization " + organization.slug();
        if (!tx.projects().findDeleted(organization.id(), slug).isEmpty()) {
            return new Failure(
                    Failure.Kind.NOT_FOUND,
                    message + ": it is in the trash",
                    "bring it back with: orgctl project restore " + organization.slug() + "/" + slug);
        }
        String word = slug.value();
        List<Slug> near = tx.projects().slugs(organization.id(), word.substring(0, 1), CANDIDATES);
        List<Slug> candidates = near.isEmpty() ? tx.projects().slugs(organization.id(), "", CANDIDATES) : near;
        return notFound(message, word, candidates, "orgctl project list --org " + organization.slug());
    }

    private static Failure notFound(String message, String word, List<Slug> candidates, String listCommand) {
        String question =
                Nearest.question(word, candidates.stream().map(Slug::value).toList());
        return new Failure(
                Failure.Kind.NOT_FOUND,
                message,
                question == null ? "list what there is with: " + listCommand : question);
    }
}
