package io.github.orgctl.core.transfer;

import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.port.DumpWriter;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.StoreTransfer;
import java.io.IOException;
import java.io.OutputStream;

/** A dump of a store, which is read within its transaction while it is written. */
public record StoreDump(DumpHeader header, StoreTransfer store) {
    /**
     * @throws io.github.orgctl.core.model.value.Failure DAMAGED if the store contains something that another database
     *     can't hold
     */
    public void writeTo(OutputStream out, DumpWriter writer, Progress progress) throws IOException {
        progress.begin("Writing", store.rows());
        writer.write(out, header, sink -> store.content().passTo(new Steps(progress, sink)));
    }
}
