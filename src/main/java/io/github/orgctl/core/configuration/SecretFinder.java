package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;

/** Finds secrets, and says what is near where there is none. */
final class SecretFinder {
    private final Tx tx;

    SecretFinder(Tx tx) {
        this.tx = tx;
    }

    /**
     * @throws Failure NOT_FOUND when there is no such secret
     */
    Secret get(Environment environment, Key key) {
        return tx.secrets().find(environment.id(), key).orElseThrow(() -> absent(environment, key));
    }

    /** That there is no such secret (NOT_FOUND). */
    Failure absent(Environment environment, Key key) {
        List<String> present = new ArrayList<>();
        for (Key other : tx.secrets().keys(environment.id())) {
            present.add(other.path());
        }
        boolean isValue = tx.configurations().find(environment.id(), key).isPresent();
        Hint hint = isValue
                ? Advice.GET_VALUE.of(key, environment.reference())
                : Nearest.hint(key.path(), present, Advice.LIST_SECRETS.of(environment.reference()));
        return new Failure(Failure.Kind.NOT_FOUND, environment.reference() + " has no secret '" + key + "'", hint);
    }
}
