package io.github.orgctl.core.model.store;

/**
 * Identity of a store and its restore epoch.
 *
 * @param id random id of the store
 * @param epoch number of restores from a backup
 */
public record StoreIdentity(String id, long epoch) {
    /** Number of revisions reserved for an epoch: those of a later epoch are all higher. */
    public static final long REVISIONS = 1_000_000_000;

    /** The revision of a resource after a restore into this epoch; higher than all revisions of earlier epochs. */
    public long revision(long before) {
        return epoch * REVISIONS + before % REVISIONS;
    }

    /** Returns the identity after a restore from a backup. */
    public StoreIdentity restoredFrom(StoreIdentity backup) {
        return new StoreIdentity(id, Math.max(epoch, backup.epoch) + 1);
    }

    /** Parses the format of {@link #toString}; returns null for anything else. */
    public static StoreIdentity parse(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? null
                    : new StoreIdentity(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    @Override
    public String toString() {
        return id + "/" + epoch;
    }
}
