package io.github.orgctl.core.model.value;

import java.util.ServiceLoader;

/** Converts internationalized domain names. The implementation is loaded only when it is needed. */
public interface DomainNames {
    /** ASCII form of a domain name in lower case, or an empty string if the name is not valid. */
    String ascii(String name);

    /** The installed implementation. */
    static DomainNames installed() {
        return Installed.NAMES;
    }

    /** Loads the implementation once, on first use. */
    final class Installed {
        private static final DomainNames NAMES =
                ServiceLoader.load(DomainNames.class).findFirst().orElseThrow();

        private Installed() {}
    }
}
