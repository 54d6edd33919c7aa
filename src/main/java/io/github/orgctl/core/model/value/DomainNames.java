package io.github.orgctl.core.model.value;

import java.util.ServiceLoader;

/** Internationalized domain names. A library knows them, which is loaded only where there is one. */
public interface DomainNames {
    /** The ASCII form of a name in lower case, or an empty text where it is no valid name. */
    String ascii(String name);

    /** Those that the program comes with. */
    static DomainNames installed() {
        return Installed.NAMES;
    }

    /** Looks for them once. */
    final class Installed {
        private static final DomainNames NAMES =
                ServiceLoader.load(DomainNames.class).findFirst().orElseThrow();

        private Installed() {}
    }
}
