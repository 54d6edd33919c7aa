package io.github.orgctl.core.port;

import java.io.IOException;
import java.nio.file.Path;

/** The target file of a backup, written atomically. */
public interface BackupFile {
    /** Writer of a backup's content. */
    interface Content {
        /**
         * @param draft an empty file with permissions for its owner only
         */
        void writeTo(Path draft) throws IOException;
    }

    /** The target path. */
    Path path();

    /**
     * Writes the backup to a draft and moves it into place. On failure the draft is deleted.
     *
     * @return size of the file in bytes
     * @throws io.github.orgctl.core.model.value.Failure REFUSED if a file exists that may not be replaced; IO if it
     *     can't be written; whatever the content throws
     */
    long write(Content content);
}
