package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What has to hold for values that are handed to a program. */
final class VariableRules {
    private VariableRules() {}

    /**
     * @throws Failure RULE when two keys have the same name as variables, or a text can't be a variable's value
     */
    static void check(Collection<Variable> variables) {
        Map<String, Variable> byName = new HashMap<>();
        for (Variable variable : variables) {
            Variable other = byName.put(variable.name(), variable);
            if (other != null) {
                throw new Failure(
                        Failure.Kind.RULE,
                        "'" + other.key() + "' and '" + variable.key() + "' would both be exported as "
                                + variable.name(),
                        Advice.EXPORT_FEWER_KEYS.of());
            }
            checkText(variable);
        }
    }

    /**
     * @throws Failure RULE when a text can't leave the program
     */
    static void checkText(Variable variable) {
        String text = variable.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw new Failure(
                        Failure.Kind.RULE,
                        "the value of '" + variable.key() + "' can't be exported: it contains "
                                + (c == 0 ? "a NUL character" : "an unpaired surrogate"),
                        "store such a value encoded, for example in base64");
            }
            i += pair ? 1 : 0;
        }
    }
}
