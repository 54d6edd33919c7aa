package io.github.orgctl.cli.output;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.internal.tree.FunctionCall;
import net.thisptr.jackson.jq.internal.tree.FunctionDefinition;

/** Finds calls of functions that do not exist, which the library itself looks up only when it comes to them. */
final class JqFunctions {
    private static final String LIBRARY = "net.thisptr.jackson.jq.";

    private final Scope builtIn;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> defined = new HashSet<>();
    private final List<FunctionCall> calls = new ArrayList<>();

    /**
     * @param builtIn the functions that there are without being defined
     */
    JqFunctions(Scope builtIn) {
        this.builtIn = builtIn;
    }

    /** A function that is called and neither built in nor defined in the expression, as NAME/ARGUMENTS; null for none. */
    String unknownIn(JsonQuery query) {
        walk(query);
        for (FunctionCall call : calls) {
            String name = (String) value(call, "name");
            int arguments = ((List<?>) value(call, "args")).size();
            if (!defined.contains(name)
                    && value(call, "moduleName") == null
                    && builtIn.getFunction(name, arguments) == null) {
                return name + "/" + arguments;
            }
        }
        return null;
    }

    private void walk(Object node) {
        if (node instanceof Collection<?> nodes) {
            nodes.forEach(this::walk);
        } else if (node != null && node.getClass().getName().startsWith(LIBRARY) && seen.add(node)) {
            if (node instanceof FunctionCall call) {
                calls.add(call);
            } else if (node instanceof FunctionDefinition) {
                defined.add((String) value(node, "fname"));
                ((List<?>) value(node, "args")).forEach(argument -> defined.add((String) argument));
            }
            for (Class<?> type = node.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        walk(value(node, field));
                    }
                }
            }
        }
    }

    private static Object value(Object node, String field) {
        try {
            return value(node, node.getClass().getDeclaredField(field));
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static Object value(Object node, Field field) {
        try {
            field.setAccessible(true);
            return field.get(node);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
