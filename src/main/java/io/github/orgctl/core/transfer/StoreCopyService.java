package io.github.orgctl.core.transfer;

import io.github.orgctl.core.audit.ChainVerifier;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.store.StoreCopy;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.core.port.Tx;
import java.util.function.UnaryOperator;

/** Copies a whole store to an empty one. */
public final class StoreCopyService {
    private final Tx tx;
    private final Access access;

    public StoreCopyService(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
    }

    /**
     * Copies everything, including the trash, in one transaction of the target.
     *
     * @throws Failure NOT_FOUND if there is no source store; REFUSED if the target is not empty; DAMAGED if the source
     *     contains something that the target can't hold, or its audit log is broken
     */
    public StoreCopy copyTo(Store other, Progress progress) {
        access.require(Action.STORE_COPY);
        StoreTransfer from = tx.transfer();
        if (!from.exists()) {
            throw new Failure(Failure.Kind.NOT_FOUND, "there is no store at " + from.location());
        }
        long epoch = tx.inspection().identity().epoch();
        return other.inTx(Store.Purpose.CHANGE, target -> copy(from, epoch, target, progress));
    }

    private static StoreCopy copy(StoreTransfer from, long epoch, Tx target, Progress progress) {
        StoreTransfer to = target.transfer();
        if (!to.isUntouched()) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the store " + to.location() + " is not empty",
                    "copy to an empty database or a file that doesn't exist");
        }
        ContentSummary summary = new Replacement(from, to, progress).run(epoch, UnaryOperator.identity());
        for (ChainVerdict verdict : new ChainVerifier(target).broken()) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the audit log of " + from.location() + " is broken, so it was not copied: organization "
                            + verdict.organizationId() + ": " + verdict.problem(),
                    Advice.VERIFY_AUDIT_LOG.of());
        }
        return new StoreCopy(from.location(), to.location(), summary.rows(), summary.digest());
    }
}
