package io.github.orgctl.cli.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment as it was before the launcher changed some of it for Java. */
public final class CallersEnvironment {
    /** Each may come with what it was in a property: behind {@code =} where it was set, else nothing. */
    private static final List<String> CHANGED_BY_LAUNCHER =
            List.of("LC_ALL", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    /** Begins the names of variables that hold {@code NAME=VALUE}, where the launcher's shell can't hold that itself. */
    static final String ENTRUSTED = "ORGCTL_CALLER_";

    private CallersEnvironment() {}

    /** A copy as the caller had it. */
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
