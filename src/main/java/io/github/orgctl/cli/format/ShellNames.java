package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import java.util.Set;

/**
 * The names of variables that a shell keeps for itself. It computes what is assigned to some, and so may run a command
 * in it; others it changes, or can't set at all, which ends the shell.
 */
final class ShellNames {
    private static final Set<String> OWNED = Set.of(
            // Any POSIX shell.
            "_",
            "LINENO",
            "OPTIND",
            "PPID",
            // bash and others that came from ksh.
            "BASHOPTS",
            "BASHPID",
            "BASH_ARGC",
            "BASH_ARGV",
            "BASH_COMMAND",
            "BASH_LINENO",
            "BASH_MONOSECONDS",
            "BASH_SOURCE",
            "BASH_SUBSHELL",
            "BASH_TRAPSIG",
            "BASH_VERSINFO",
            "DIRSTACK",
            "EPOCHREALTIME",
            "EPOCHSECONDS",
            "EUID",
            "FUNCNAME",
            "GROUPS",
            "HISTCMD",
            "MAILCHECK",
            "PIPESTATUS",
            "RANDOM",
            "SECONDS",
            "SHELLOPTS",
            "SHLVL",
            "SRANDOM",
            "UID",
            // zsh.
            "ARGC",
            "COLUMNS",
            "DIRSTACKSIZE",
            "EGID",
            "ERRNO",
            "FUNCNEST",
            "GID",
            "HISTCHARS",
            "HISTSIZE",
            "KEYBOARD_HACK",
            "KEYTIMEOUT",
            "LINES",
            "LISTMAX",
            "SAVEHIST",
            "TRY_BLOCK_ERROR",
            "TRY_BLOCK_INTERRUPT",
            "TTYIDLE",
            "USERNAME",
            "ZLE_RPROMPT_INDENT",
            "ZSH_EVAL_CONTEXT",
            "ZSH_SUBSHELL");

    private ShellNames() {}

    /**
     * @throws Failure RULE when a shell would not take one of them as it is
     */
    static void check(Variables variables) {
        for (Variable variable : variables.all()) {
            if (OWNED.contains(variable.name())) {
                throw new Failure(
                        Failure.Kind.RULE,
                        "the value of '" + variable.key() + "' can't be restored by every shell: " + variable.name()
                                + " is reserved by shells",
                        "use another key or format, or run the program with: orgctl env run");
            }
        }
    }
}
