package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Options of a deletion.
 *
 * @param confirmation the slug typed to confirm, or null
 * @param ifExists whether to succeed if there is nothing to delete
 * @param purge whether to delete permanently instead of moving to the trash
 * @param breaksReferences whether what templates elsewhere refer to may go
 */
public record Deletion(String confirmation, boolean ifExists, boolean purge, boolean breaksReferences) {
    /** Of nothing that templates elsewhere refer to. */
    public Deletion(String confirmation, boolean ifExists, boolean purge) {
        this(confirmation, ifExists, purge, false);
    }

    /**
     * Finds the resource to delete: one in use or, for a purge, one in the trash.
     *
     * @return empty if it does not exist and {@code ifExists} is set
     * @throws Failure NOT_FOUND if it does not exist and {@code ifExists} is not set
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
     * @throws Failure REFUSED unless the confirmation matches the slug
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
