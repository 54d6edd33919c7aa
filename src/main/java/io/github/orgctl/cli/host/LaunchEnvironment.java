package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.configuration.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The environment of a program started by the launcher, as shell commands that modify the launcher's own.
 *
 * <p>Strings contain one char per byte, since environments are bytes that the shell passes on unmodified.
 */
final class LaunchEnvironment {
    /** Variables that shells compute or protect, so that they can't be passed on unmodified. */
    private static final Set<String> SPECIAL = Set.of(
            "OPTIND",
            "LINENO",
            "PPID",
            "UID",
            "EUID",
            "GROUPS",
            "RANDOM",
            "SRANDOM",
            "SECONDS",
            "FUNCNAME",
            "DIRSTACK",
            "HISTCMD",
            "EPOCHSECONDS",
            "EPOCHREALTIME",
            "SHELLOPTS",
            "BASHOPTS",
            "BASHPID",
            "SHLVL",
            "_");

    /** Variables that shells set for child processes. */
    private static final Set<String> SHELLS_OWN = Set.of("SHLVL", "_");

    private final Map<String, String> callers;
    private final Map<String, String> launchers;
    private final Map<String, String> wanted;

    private LaunchEnvironment(Map<String, String> callers, Map<String, String> launchers) {
        this.callers = callers;
        this.launchers = launchers;
        this.wanted = new LinkedHashMap<>(callers);
    }

    /**
     * The environment of the launcher's caller. A shell drops names that it considers invalid; they are read from the
     * operating system.
     */
    static LaunchEnvironment ofCaller() {
        Map<String, String> own = parse(Path.of("/proc/self/environ"));
        if (own == null) {
            own = new LinkedHashMap<>();
            for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
                own.put(bytes(variable.getKey()), bytes(variable.getValue()));
            }
        }
        // Undo the launcher's changes for this process.
        Map<String, String> launchers = CallersEnvironment.of(own);
        Map<String, String> callers = parse(Path.of("/proc", System.getProperty("orgctl.launcher"), "environ"));
        return new LaunchEnvironment(callers == null ? launchers : callers, launchers);
    }

    /** Reduces the environment to basic variables. */
    void clean() {
        wanted.keySet().removeIf(name -> !ForegroundProgram.isEssential(name));
    }

    void give(List<Variable> variables) {
        for (Variable variable : variables) {
            wanted.put(bytes(variable.name()), bytes(variable.text()));
        }
    }

    /** The search path for the program. */
    String path() {
        return new String(
                wanted.getOrDefault("PATH", "").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Whether a shell can hold all variables. */
    boolean fitsShell() {
        for (String name : changed()) {
            String value = wanted.get(name);
            if (!isName(name) || SPECIAL.contains(name) || value != null && value.indexOf('\0') >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Shell commands that turn the launcher's environment into this one. */
    String changes() {
        StringBuilder commands = new StringBuilder();
        for (String name : changed()) {
            String value = wanted.get(name);
            if (value == null) {
                commands.append("unset ").append(name).append('\n');
            } else {
                export(name, value, commands);
            }
        }
        return commands.toString();
    }

    /**
     * Shell commands that pass on variables which the shell would drop, to be restored by {@link CallersEnvironment} in
     * the next process.
     */
    String entrusted() {
        StringBuilder commands = new StringBuilder();
        int count = 0;
        for (Map.Entry<String, String> variable : callers.entrySet()) {
            if (!variable.getValue().equals(launchers.get(variable.getKey()))
                    && !SHELLS_OWN.contains(variable.getKey())) {
                String name = CallersEnvironment.ENTRUSTED + count++;
                export(name, variable.getKey() + "=" + variable.getValue(), commands);
            }
        }
        return commands.toString();
    }

    private Set<String> changed() {
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(launchers.keySet());
        names.removeIf(name -> {
            String value = wanted.get(name);
            String launchersValue = launchers.get(name);
            boolean same = value == null ? launchersValue == null : value.equals(launchersValue);
            boolean isGiven = value != null && !value.equals(callers.get(name));
            return same || SHELLS_OWN.contains(name) && !isGiven;
        });
        return names;
    }

    private static void export(String name, String value, StringBuilder commands) {
        commands.append("export ").append(name).append("='");
        commands.append(value.replace("'", "'\\''")).append("'\n");
    }

    /** Whether it is a valid shell variable name. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The variables of a process, or null if the system doesn't provide them. */
    private static Map<String, String> parse(Path environ) {
        String text;
        try {
            text = new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1);
        } catch (IOException unknown) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (String entry : text.split("\0")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                variables.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return variables;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
