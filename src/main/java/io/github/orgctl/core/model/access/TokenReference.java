package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;

/** Reference to a token: name or ID. */
public sealed interface TokenReference {
    /** The current organization's token with a name; revoked tokens are excluded. */
    record ByName(Name name) implements TokenReference {
        @Override
        public String toString() {
            return name.value();
        }
    }

    record ById(Id id) implements TokenReference {
        @Override
        public String toString() {
            return id.value();
        }
    }

    /** Whether it refers to a token of the current organization. */
    default boolean names(Token token) {
        return this instanceof ById byId
                ? byId.id().equals(token.id())
                : ((ByName) this).name().equals(token.name());
    }

    /**
     * @throws Failure USAGE if the text is neither a name nor an id
     */
    static TokenReference parse(String text) {
        return Id.looksLikeId(text) ? new ById(Id.parse(text)) : new ByName(new Name(text));
    }
}
