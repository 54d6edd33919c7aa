package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.SecretReference;
import java.util.Collection;

/** Reads the values of external secrets. */
public interface SecretSource {
    /**
     * Declares all references that are going to be read.
     *
     * @throws OutsideTransaction if they can only be read after the transaction
     */
    default void announce(Collection<SecretReference> references) {}

    /**
     * Reads the value of a reference, without one trailing newline.
     *
     * @throws OutsideTransaction if it can only be read after the transaction
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND if there is none; the message gives the reason and
     *     never contains a value
     */
    String read(SecretReference reference);
}
