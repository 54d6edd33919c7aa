package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.value.Page;

/**
 * A verb that lists what is in the store, page by page where asked.
 *
 * @param <R> how a row is named
 */
public abstract class ListVerb<R> extends ReadVerb {
    private final Parameter<Long> limit = option("--limit", Types.count(), "Maximum number of results");
    private final Parameter<R> after;

    /**
     * @param reference how {@code --after} names the row behind which to go on
     */
    protected ListVerb(String name, String summary, Shape<?> shape, Type<R> reference) {
        super(name, summary, shape);
        after = option("--after", reference, "Continue after this item");
        shareDeclared();
    }

    /** Notice for an empty list, which differs if earlier items exist. */
    protected final String emptyNotice(String nothingAtAll) {
        return after.isGiven() ? "no more results" : nothingAtAll;
    }

    protected final Page<R> page(Services services) {
        return new Page<>(limit.value(), after.value(), services.sort());
    }
}
