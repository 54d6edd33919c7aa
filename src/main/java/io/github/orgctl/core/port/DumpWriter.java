package io.github.orgctl.core.port;

import io.github.orgctl.core.model.store.DumpHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes the content of a store in a database-independent format. */
public interface DumpWriter {
    /**
     * @throws io.github.orgctl.core.model.value.Failure REFUSED if the file exists and is not a dump
     */
    void refuseOtherFile(Path file);

    /** Writes a dump, and leaves the stream open. */
    void write(OutputStream out, DumpHeader header, StoreContent content) throws IOException;
}
