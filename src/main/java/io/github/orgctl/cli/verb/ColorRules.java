package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.parameter.ColorChoice;
import io.github.orgctl.cli.settings.Settings;

/** Whether a stream is coloured: what the command line says, else what the environment says, else on a terminal. */
public final class ColorRules {
    private ColorRules() {}

    /** The same by the settings, of which those in files count behind the environment. */
    static boolean apply(Settings settings, Host host, boolean terminal) {
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
