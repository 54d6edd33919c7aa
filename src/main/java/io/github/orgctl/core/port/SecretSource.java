package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.SecretReference;
import java.util.Collection;

/** Reads the values of secrets that are kept elsewhere. */
public interface SecretSource {
    /**
     * Says what is going to be read, all of it at once.
     *
     * @throws OutsideTransaction when it can only be read once the transaction is over
     */
    default void announce(Collection<SecretReference> references) {}

    /**
     * The value that a reference points to, without one newline at its end.
     *
     * @throws OutsideTransaction when it can only be read once the transaction is over
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND when there is none, with a message that says why and never
     *     tells a value
     */
    String read(SecretReference reference);
}
