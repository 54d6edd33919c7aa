package io.github.orgctl.core.reference;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Resolves templates. Each is scanned once: resolved values are not expanded again. All unresolved references are
 * collected and reported together.
 */
public final class TemplateResolver {
    /**
     * A resolved value.
     *
     * @param value null if it can't be resolved
     * @param secret whether it is a secret
     */
    private record Result(Value value, boolean secret) {}

    private final TemplateTargets targets;
    private final Map<ValuePlace, Result> done = new HashMap<>();
    private final Map<ValuePlace, TemplateScan> open = new HashMap<>();
    private final Deque<TemplateScan> stack = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();

    /** A resolver without access to secrets. */
    public TemplateResolver(UnitOfWork work) {
        this(work, null);
    }

    /**
     * @param secrets decrypts secrets that templates refer to
     */
    public TemplateResolver(UnitOfWork work, SecretTexts secrets) {
        this.targets = new TemplateTargets(work, secrets);
    }

    /**
     * Values of an environment with resolved templates. Those that can't be resolved are left out; {@link #check} reports
     * them.
     *
     * @param all all values of the environment
     */
    public NavigableMap<Key, Value> resolved(Environment environment, Configuration all, Map<Key, Value> some) {
        targets.know(environment, all);
        NavigableMap<Key, Value> resolved = new TreeMap<>();
        for (Map.Entry<Key, Value> entry : some.entrySet()) {
            Value value = entry.getValue();
            if (!value.isTemplate()) {
                resolved.put(entry.getKey(), value);
                continue;
            }
            Value result = value.isUnbound()
                    ? null
                    : resolve(new TemplateScan(environment, entry.getKey(), value.kept(), false));
            if (result != null) {
                resolved.put(entry.getKey(), result);
            }
        }
        return resolved;
    }

    /**
     * The resolved text of a secret that is a template.
     *
     * @param template with references by id
     * @return null if it can't be resolved; {@link #check} reports why
     */
    public String secret(Environment environment, Key key, String template) {
        Value result = resolve(new TemplateScan(environment, key, ValueTemplate.parse(template), true));
        return result == null ? null : result.text();
    }

    /**
     * @throws Failure RULE with all references that could not be resolved, if any
     */
    public void check(Environment environment) {
        if (!faults.isEmpty()) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "templates of " + environment.reference() + " can't be resolved: " + String.join("; ", faults),
                    Advice.LIST_VALUES.of(environment.reference()));
        }
    }

    /** Secrets used by templates, by environment. */
    public Map<Environment, NavigableSet<Key>> secretsRead() {
        return targets.secretsRead();
    }

    /** Other environments that values were read from. */
    public Set<Id> sources() {
        return targets.sources();
    }

    private Value resolve(TemplateScan root) {
        Result known = done.get(root.place());
        if (known != null) {
            return known.value();
        }
        push(root);
        while (!stack.isEmpty()) {
            TemplateScan scan = stack.peek();
            ValueReference next = scan.next();
            if (next == null) {
                finish(scan);
            } else {
                follow(scan, targets.place(scan.environment(), next));
            }
        }
        return done.get(root.place()).value();
    }

    private void push(TemplateScan scan) {
        stack.push(scan);
        open.put(scan.place(), scan);
    }

    private void finish(TemplateScan scan) {
        stack.pop();
        open.remove(scan.place());
        Value result = null;
        try {
            result = scan.result();
        } catch (Failure tooLong) {
            faults.add(scan.name() + ": " + tooLong.getMessage());
        }
        done.put(scan.place(), new Result(result, scan.isOfSecret()));
    }

    private void follow(TemplateScan scan, ValuePlace place) {
        try {
            Environment environment = targets.environment(scan.environment(), place);
            Result known = done.get(place);
            if (known != null) {
                take(scan, known);
            } else if (open.containsKey(place)) {
                faults.add("circular reference " + circle(place));
                scan.fail();
            } else {
                read(scan, environment, place);
            }
        } catch (Unresolved problem) {
            faults.add(scan.name() + " refers to " + targets.name(place) + ", " + problem.getMessage());
            scan.fail();
        }
    }

    private static void take(TemplateScan scan, Result result) throws Unresolved {
        if (result.secret() && !scan.isOfSecret()) {
            throw new Unresolved(TemplateTargets.SECRET);
        }
        if (result.value() == null) {
            scan.fail();
        } else {
            scan.take(result.value());
        }
    }

    private void read(TemplateScan scan, Environment environment, ValuePlace place) throws Unresolved {
        TemplateTargets.Content content = targets.read(environment, place.key(), scan.isOfSecret());
        boolean secret = content.value() == null;
        if (content.isTemplate()) {
            ValueTemplate template = secret
                    ? ValueTemplate.parse(content.secret())
                    : content.value().kept();
            push(new TemplateScan(environment, place.key(), template, secret));
        } else {
            done.put(place, new Result(secret ? Value.ofText(content.secret()) : content.value(), secret));
        }
    }

    /** The cycle, from the repeated place to the one that refers to it. */
    private String circle(ValuePlace again) {
        StringBuilder names = new StringBuilder();
        Iterator<TemplateScan> fromFirst = stack.descendingIterator();
        boolean within = false;
        String first = null;
        while (fromFirst.hasNext()) {
            TemplateScan scan = fromFirst.next();
            within |= scan.place().equals(again);
            if (within) {
                first = first == null ? scan.name() : first;
                names.append(scan.name()).append(" -> ");
            }
        }
        return names.append(first).toString();
    }
}
