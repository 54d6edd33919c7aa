package io.github.orgctl.core.transfer;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.core.port.TableSink;
import java.util.function.UnaryOperator;

/** Replaces a store's content with another store's, and reads it back for verification. */
final class Replacement {
    private final StoreTransfer from;
    private final StoreTransfer to;
    private final Progress progress;

    Replacement(StoreTransfer from, StoreTransfer to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * @param epoch the store's new epoch
     * @param change transforms the rows in transit
     * @throws Failure DAMAGED if the written content differs
     */
    ContentSummary run(long epoch, UnaryOperator<TableSink> change) {
        long rows = from.rows();
        ContentSummary[] sent = new ContentSummary[1];
        StoreContent content = sink -> {
            ContentDigest digest = new ContentDigest(new Steps(progress, sink));
            from.content().passTo(change.apply(digest));
            sent[0] = digest.end();
        };
        progress.begin("Copying", rows);
        to.replaceWith(content, epoch);
        progress.begin("Verifying", rows);
        ContentDigest arrived = new ContentDigest(null);
        to.content().passTo(new Steps(progress, arrived));
        ContentSummary summary = arrived.end();
        if (!summary.equals(sent[0])) {
            throw new Failure(
                    Failure.Kind.DAMAGED, "the copy differs from " + from.location() + ", so nothing was changed");
        }
        return summary;
    }
}
