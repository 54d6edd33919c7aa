package io.github.orgctl.cli.jq;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Finds names in a compiled expression that nothing defines. The library looks a name up when it gets there, which may
 * be after a change was made, and its tree has no visitors: so this looks at the fields of the tree's nodes.
 */
final class JqNames {
    private static final String LIBRARY = "net.thisptr.jackson.jq.";
    private static final String TREE = LIBRARY + "internal.tree.";

    private final Scope scope;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> defined = new HashSet<>();
    private final List<String> used = new ArrayList<>();

    private JqNames(Scope scope) {
        this.scope = scope;
    }

    /**
     * The first undefined name, as {@code name/ARITY}, or {@code $name} for a variable or a label; null if there is
     * none.
     */
    static String unknownIn(JsonQuery query, Scope scope) {
        JqNames names = new JqNames(scope);
        names.visit(query);
        for (String name : names.used) {
            if (!names.defined.contains(name) && !names.isBuiltIn(name)) {
                return name.replace('*', '$');
            }
        }
        return null;
    }

    private boolean isBuiltIn(String name) {
        int slash = name.indexOf('/');
        return slash > 0
                && scope.getFunction(name.substring(0, slash), Integer.parseInt(name.substring(slash + 1))) != null;
    }

    private void visit(Object node) {
        if (node instanceof Collection<?> several) {
            several.forEach(this::visit);
        } else if (node != null && node.getClass().getName().startsWith(LIBRARY) && seen.add(node)) {
            if (node.getClass().getName().startsWith(TREE)) {
                note(node);
            }
            for (Field field : fields(node.getClass())) {
                visit(value(node, field));
            }
        }
    }

    private void note(Object node) {
        switch (node.getClass().getSimpleName()) {
            case "FunctionCall" -> used.add(value(node, "name") + "/" + ((Collection<?>) value(node, "args")).size());
            case "FormattingFilter" -> used.add("@" + value(node, "name") + "/0");
            case "VariableAccess", "VariableKeyFieldConstruction" -> used.add("$" + value(node, "name"));
            case "ObjectMatcher$FieldMatcher", "FieldMatcher" -> {
                if (Boolean.TRUE.equals(value(node, "dollar"))) {
                    defined.add("$" + valueOfLiteral(value(node, "name")));
                }
            }
            case "LabelPipeComponent" -> defined.add("*" + value(node, "name"));
            case "BreakExpression" -> used.add("*" + value(node, "name"));
            case "ValueMatcher" -> defined.add("$" + value(node, "name"));
            case "FunctionDefinition" -> {
                Collection<?> parameters = (Collection<?>) value(node, "args");
                defined.add(value(node, "fname") + "/" + parameters.size());
                for (Object parameter : parameters) {
                    String name = parameter.toString();
                    boolean isVariable = name.startsWith("$");
                    defined.add(name);
                    defined.add((isVariable ? name.substring(1) : name) + "/0");
                }
            }
            default -> {}
        }
    }

    /** Value of a literal string in the tree. */
    private static String valueOfLiteral(Object literal) {
        Object value = value(literal, "value");
        return value instanceof JsonNode node ? node.asText() : String.valueOf(value);
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != null && each.getName().startsWith(LIBRARY); each = each.getSuperclass()) {
            fields.addAll(List.of(each.getDeclaredFields()));
        }
        return fields;
    }

    private static Object value(Object node, String name) {
        for (Field field : fields(node.getClass())) {
            if (field.getName().equals(name)) {
                return value(node, field);
            }
        }
        throw new IllegalStateException(node.getClass() + " has no " + name);
    }

    private static Object value(Object node, Field field) {
        if (Modifier.isStatic(field.getModifiers())) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(node);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
