package io.github.orgctl.cli.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment before the launcher modified it for Java. */
public final class CallersEnvironment {
    /**
     * Variables whose original values are passed in properties: after {@code =} if the variable was set, otherwise
     * empty.
     */
    private static final List<String> CHANGED_BY_LAUNCHER =
            List.of("LC_ALL", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    /** Prefix of variables that contain {@code NAME=VALUE}, for variables that the launcher's shell can't hold. */
    static final String ENTRUSTED = "ORGCTL_CALLER_";

    private CallersEnvironment() {}

    /** Returns a copy with the caller's original values. */
    public static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> callers = new HashMap<>(environment);
        restore(callers);
        return callers;
    }

    static void restore(Map<String, String> environment) {
        for (String name : CHANGED_BY_LAUNCHER) {
            String before = System.getProperty("orgctl.caller." + name);
            if (before != null && before.isEmpty()) {
                environment.remove(name);
            } else if (before != null) {
                environment.put(name, before.substring(1));
            }
        }
        for (int i = 0; environment.containsKey(ENTRUSTED + i); i++) {
            String variable = environment.remove(ENTRUSTED + i);
            int equals = variable.indexOf('=');
            if (equals > 0) {
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
    }
}
