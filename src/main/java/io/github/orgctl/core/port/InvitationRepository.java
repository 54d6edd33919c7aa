package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores invitations, including past ones. Of an invitation's token only a hash is stored. Expired invitations are
 * stored as pending; queries account for that.
 */
public interface InvitationRepository {
    /**
     * @param hash unique hash of the invitation's token
     */
    void insert(Invitation invitation, String hash);

    /** Updates role, status and times by id. */
    void update(Invitation invitation);

    /** Replaces the hash of the token, which invalidates the previous token. */
    void replaceHash(Id id, String hash);

    Optional<Invitation> find(Id id);

    /** Finds an invitation by the hash of its token, whatever its status. */
    Optional<Invitation> findByHash(String hash);

    /** Finds the pending invitation for an address; there is at most one. */
    Optional<Invitation> findPending(Id organizationId, Email email);

    /**
     * Lists invitations by creation, or in the page's order.
     *
     * @param status required current status, or null for all
     */
    Listing<Invitation> list(Id organizationId, InvitationStatus status, Instant now, Page<Invitation> page);
}
