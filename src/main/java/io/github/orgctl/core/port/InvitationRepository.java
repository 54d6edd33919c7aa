package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * Where invitations are kept, also those that ended: everything but the text that proves one, of which there is a hash.
 * One that has expired is kept as pending, and found so.
 */
public interface InvitationRepository {
    /**
     * @param hash of its text, which no other has
     */
    void insert(Invitation invitation, String hash);

    /** Writes role, status and the times, for the invitation with that id. */
    void update(Invitation invitation);

    /** Makes another text the one that proves it; the one before is good for nothing then. */
    void replaceHash(Id id, String hash);

    Optional<Invitation> find(Id id);

    /** The invitation whose text has this hash, ended or not. */
    Optional<Invitation> findByHash(String hash);

    /** The only one of the organization for this address that is pending, if there is any. */
    Optional<Invitation> findPending(Id organizationId, Email email);

    /**
     * The organization's invitations in the order in which they were made, or in the page's.
     *
     * @param status those that have this status now, or null for all
     */
    Listing<Invitation> list(Id organizationId, InvitationStatus status, Instant now, Page<Invitation> page);
}
