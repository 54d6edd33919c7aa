package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How something is to be deleted.
 *
 * @param confirmation what the user typed to confirm: the slug of what is to go, or null
 * @param ifExists whether it is fine when there is nothing to delete
 * @param purge whether to delete permanently instead of moving to the trash
 */
public record Deletion(String confirmation, boolean ifExists, boolean purge) {
    /**
     * What is to be deleted: what is in use, or, for a purge, what is in the trash.
     *
     * @return empty where there is nothing and that is fine
     * @throws Failure NOT_FOUND where there is nothing and that is not fine
     */
    public <T> Optional<T> target(Supplier<T> inUse, Supplier<T> inTrash) {
        Failure missing;
        try {
            return Optional.of(inUse.get());
        } catch (Failure failure) {
            missing = onlyNotFound(failure);
        }
        if (purge) {
            try {
                return Optional.of(inTrash.get());
            } catch (Failure failure) {
                missing = onlyNotFound(failure);
            }
        }
        if (ifExists) {
            return Optional.empty();
        }
        throw missing;
    }

    /**
     * @throws Failure REFUSED unless the slug was typed
     */
    public void confirm(String noun, Slug slug) {
        if (slug.value().equals(confirmation)) {
            return;
        }
        String message = confirmation == null
                ? "deleting the " + noun + " " + slug + " has to be confirmed with its slug"
                : "the confirmation '" + confirmation + "' does not match the slug of the " + noun + " " + slug;
        throw new Failure(Failure.Kind.REFUSED, message, Advice.CONFIRM_DELETION.of(slug));
    }

    private static Failure onlyNotFound(Failure failure) {
        if (failure.kind() != Failure.Kind.NOT_FOUND) {
            throw failure;
        }
        return failure;
    }
}
