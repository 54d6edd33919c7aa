package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.core.model.configuration.Configuration;
import java.util.ArrayList;
import java.util.List;

/** The first segment of keys as a field of the whole configuration, with everything below it. */
record Branch(String name, Object below) implements Field<Configuration> {
    /** Groups a configuration into a tree by the segments of its keys. */
    static List<Field<Configuration>> allOf(Configuration configuration) {
        List<Field<Configuration>> branches = new ArrayList<>();
        configuration.tree().forEach((segment, below) -> branches.add(new Branch(segment, below)));
        return branches;
    }

    @Override
    public Object of(Configuration configuration) {
        return below;
    }

    @Override
    public String jsonName() {
        return name;
    }
}
