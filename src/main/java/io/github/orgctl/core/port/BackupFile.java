package io.github.orgctl.core.port;

import java.io.IOException;
import java.nio.file.Path;

/** A file that a backup of the store is to be in, once it is whole. */
public interface BackupFile {
    /** Writer of a backup. */
    interface Content {
        /**
         * @param draft an empty file that only its owner can read
         */
        void writeTo(Path draft) throws IOException;
    }

    /** Where the backup is to be. */
    Path path();

    /**
     * Has a backup written to a draft, which then takes the file's place; nothing is left of it when that fails.
     *
     * @return the size of the file in bytes
     * @throws io.github.orgctl.core.model.value.Failure REFUSED when a file is there and may not be replaced; IO when it can't
     *     be written; whatever the content throws
     */
    long write(Content content);
}
