package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.parameter.ColorChoice;

/** Whether a stream is coloured: what the command line says, else what the environment says, else on a terminal. */
public final class ColorRules {
    private ColorRules() {}

    /**
     * @param terminal whether the stream is one
     */
    public static boolean apply(ColorChoice choice, Host host, boolean terminal) {
        return switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> applyEnvironment(host, terminal);
        };
    }

    private static boolean applyEnvironment(Host host, boolean terminal) {
        if (host.variable("NO_COLOR") != null) {
            return false;
        }
        if (isForced(host, "CLICOLOR_FORCE") || isForced(host, "FORCE_COLOR")) {
            return true;
        }
        return terminal && !"dumb".equals(host.variable("TERM"));
    }

    private static boolean isForced(Host host, String variable) {
        String value = host.variable(variable);
        return value != null && !value.equals("0");
    }
}
