package io.github.orgctl.core.port;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreInfo;
import java.util.List;

/** Looks at the store itself rather than at what is in it. */
public interface StoreInspection {
    StoreInfo info();

    /** Every check of the store's soundness with its outcome; reads the whole store. */
    List<Finding> check();
}
