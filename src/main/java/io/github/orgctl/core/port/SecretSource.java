package io.github.orgctl.core.port;

import io.github.orgctl.core.model.SecretReference;

/** Reads the values of secrets that are kept elsewhere. */
public interface SecretSource {
    /**
     * The value that a reference points to now, without one newline at its end.
     *
     * @throws io.github.orgctl.core.model.Failure NOT_FOUND when there is none, with a message that says why and never
     *     tells a value
     */
    String read(SecretReference reference);
}
