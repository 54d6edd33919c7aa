package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.SecretTemplate;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Another key for a value or a secret of an environment, which the environment's own templates follow. */
record KeyRename(Environment environment, Key before, Key after) {
    /** The values with the key and the references renamed. */
    Configuration in(Configuration values) {
        NavigableMap<Key, Value> renamed = new TreeMap<>();
        for (Map.Entry<Key, Value> entry : values.values().entrySet()) {
            Key key = entry.getKey().equals(before) ? after : entry.getKey();
            renamed.put(key, entry.getValue().isTemplate() ? in(entry.getValue()) : entry.getValue());
        }
        return new Configuration(renamed);
    }

    private Value in(Value template) {
        ValueTemplate kept = template.kept();
        ValueTemplate renamed = in(kept);
        return renamed.equals(kept) ? template : Value.of(in(kept, template.named()), renamed);
    }

    /** What is to be a secret with the references renamed. */
    SecretInput in(SecretInput input) {
        return input instanceof SecretTemplate secret ? new SecretTemplate(in(secret.template())) : input;
    }

    private ValueTemplate in(ValueTemplate kept) {
        return in(kept, kept);
    }

    /**
     * @param kept tells which references mean the key
     * @param spelled has the same references in the same places
     */
    private ValueTemplate in(ValueTemplate kept, ValueTemplate spelled) {
        int[] place = {0};
        return spelled.with(reference -> {
            ValueReference meant = kept.references().get(place[0]++);
            return isOwn(meant.environment()) && meant.key().equals(before)
                    ? new ValueReference(reference.environment(), after)
                    : reference;
        });
    }

    private boolean isOwn(String kept) {
        return kept == null
                || kept.equals(environment.id().value())
                || kept.equals(environment.projectId().value());
    }
}
