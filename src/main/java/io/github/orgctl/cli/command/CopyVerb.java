package io.github.orgctl.cli.command;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.verb.change.BulkEditVerb;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeySelection;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/** A verb that copies keys from one environment to another. */
abstract class CopyVerb extends BulkEditVerb {
    private final Parameter<List<Key>> keys;
    private final Parameter<Key> only;
    private final Parameter<EnvironmentReference> from;
    private final Parameter<EnvironmentReference> to;
    private final Parameter<Boolean> overwrite;

    /** @param things plural of what is copied, such as values */
    CopyVerb(String summary, Type<Key> key, String things, Gate... gates) {
        super("copy", summary, gates);
        keys = optional(key.many(), "Keys to copy (default: all)");
        only = option("--only", EnvironmentTypes.key().labelled("PREFIX"), "Only this key and the keys below it");
        from = option(
                        "--from",
                        EnvironmentTypes.environmentWithMode(),
                        "Environment to copy from: [ORG/]PROJECT:MODE or environment ID")
                .mandatory();
        to = option(
                        "--to",
                        EnvironmentTypes.environmentWithMode(),
                        "Environment to copy to: [ORG/]PROJECT:MODE or environment ID")
                .mandatory();
        overwrite = flag("--overwrite", "Overwrite " + things + " that differ");
    }

    @Override
    protected final void read(Input from) {
        if (keys.isGiven() && only.isGiven()) {
            throw Failure.usage("keys and --only can't be combined", "leave out one of the two");
        }
    }

    @Override
    protected final EnvironmentReference target() {
        return to.value();
    }

    final EnvironmentReference source() {
        return from.value();
    }

    final KeySelection selection() {
        return new KeySelection(keys.orElse(List.of()), only.value());
    }

    final boolean overwrites() {
        return overwrite.isGiven();
    }
}
