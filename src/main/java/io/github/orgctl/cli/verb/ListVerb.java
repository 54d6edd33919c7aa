package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.value.Page;

/**
 * A verb that lists resources of the store, optionally in pages.
 *
 * @param <R> type of a row's reference
 */
public abstract class ListVerb<R> extends ReadVerb {
    private final Parameter<Long> limit = option("--limit", Types.count(), "Maximum number of results");
    private final Parameter<R> after;

    /**
     * @param reference type of {@code --after}, the row to start after
     */
    protected ListVerb(String name, String summary, Shape<?> shape, Type<R> reference) {
        super(name, summary, shape);
        after = option("--after", reference, "Continue after this item");
        shareDeclared();
    }

    /** Notice for an empty list, which is different if earlier rows exist. */
    protected final String emptyNotice(String nothingAtAll) {
        return after.isGiven() ? "no more results" : nothingAtAll;
    }

    protected final Page<R> page(Services services) {
        return new Page<>(limit.value(), after.value(), services.sort());
    }
}
