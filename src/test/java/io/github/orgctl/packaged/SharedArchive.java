package io.github.orgctl.packaged;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The archive of classes of the program that the build has just made: made once for all tests that are not about
 * starting without it, so that they run the program as its users do.
 */
public final class SharedArchive {
    private static Path cache;

    private SharedArchive() {}

    /** The folder that it is in, for {@code XDG_CACHE_HOME}: beside the build, so that it goes when that does. */
    public static synchronized Path cache() throws IOException, InterruptedException {
        if (cache == null) {
            Installation first =
                    new Installation(Installation.built(), Installation.built().resolveSibling("archive"));
            first.workingDirectory = first.home;
            first.must("__archive");
            cache = first.cache;
        }
        return cache;
    }
}
