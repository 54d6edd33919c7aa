package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import java.util.Set;

/**
 * Variable names reserved by shells. Shells evaluate assignments to some of them arithmetically, which may run
 * commands; others are modified by the shell, or are read-only, so that assigning them ends the shell.
 */
final class ShellNames {
    private static final Set<String> OWNED = Set.of(
            // All POSIX shells.
            "_",
            "LINENO",
            "OPTIND",
            "PPID",
            // bash and ksh-like shells.
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
     * @throws Failure RULE if a shell would not keep a variable unchanged
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
