package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Issuer;

/** The one issuer of a store's statements. */
public interface IssuerRepository {
    /** {@link Issuer#NONE} until it is set. */
    Issuer current();

    void set(Issuer issuer);
}
