package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.parameter.ColorChoice;

/** Decides whether a stream uses colours: by option, then by environment, then by whether it is a terminal. */
public final class ColorRules {
    private ColorRules() {}

    /** Decides by the settings; the environment takes precedence over settings files. */
    public static boolean apply(Settings settings, Host host, boolean terminal) {
        ColorChoice choice = settings.color();
        boolean isSaid = settings.isColorDemanded() || choice == ColorChoice.AUTO;
        return isSaid || isInEnvironment(host)
                ? apply(isSaid ? choice : ColorChoice.AUTO, host, terminal)
                : choice == ColorChoice.ALWAYS;
    }

    private static boolean isInEnvironment(Host host) {
        return host.variable("NO_COLOR") != null || isForced(host, "CLICOLOR_FORCE") || isForced(host, "FORCE_COLOR");
    }

    /**
     * @param terminal whether the stream is a terminal
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
        return terminal && !"dumb".equals(host.variable("TERM")) && !host.isAccessible();
    }

    private static boolean isForced(Host host, String variable) {
        String value = host.variable(variable);
        return value != null && !value.equals("0");
    }
}
