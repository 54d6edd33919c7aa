package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Issuer;

/** Stores the issuer of statements; a store has one. */
public interface IssuerRepository {
    /** Returns {@link Issuer#NONE} until the issuer is set. */
    Issuer current();

    void set(Issuer issuer);
}
