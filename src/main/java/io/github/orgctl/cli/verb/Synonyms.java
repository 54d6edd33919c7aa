package io.github.orgctl.cli.verb;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of other tools and the corresponding commands. A word for reading never suggests a command that changes
 * something.
 */
public final class Synonyms {
    /** First words, each with the commands to suggest. */
    private static final String[][] FIRST_WORDS = {
        {"organization", "org"},
        {"organizations", "org"},
        {"workspace", "org"},
        {"proj", "project"},
        {"environment", "env"},
        {"environments", "env"},
        {"cfg", "config"},
        {"setting", "settings"},
        {"preferences", "settings"},
        {"defaults", "settings"},
        {"user", "member"},
        {"users", "member"},
        {"people", "member"},
        {"team", "member"},
        {"invitation", "invite"},
        {"invitations", "invite"},
        {"permission", "access list", "access check"},
        {"permissions", "access list", "access check"},
        {"can", "access check"},
        {"whoami", "status"},
        {"context", "status"},
        {"info", "status"},
        {"switch", "use"},
        {"select", "use"},
        {"login", "token create"},
        {"auth", "token create"},
        {"promote", "env promote"},
        {"deploy", "env promote"},
        {"diff", "env diff"},
        {"history", "env history"},
        {"rollback", "env rollback"},
        {"run", "env run"},
        {"exec", "env run"},
        {"lock", "env lock"},
        {"set", "config set"},
        {"unset", "config unset"},
        {"edit", "config edit"},
        {"reveal", "secret reveal"},
        {"usage", "billing usage list"},
        {"statement", "billing statement"},
        {"invoice", "billing statement"},
        {"log", "audit list"},
        {"logs", "audit list"},
        {"events", "audit list"},
        {"verify", "audit verify"},
        {"check", "store check", "access check"},
        {"init", "org create"},
        {"create", "org create", "project create"},
        {"new", "org create", "project create"},
        {"add", "org create", "project create"},
        {"list", "org list", "project list"},
        {"ls", "org list", "project list"},
        {"show", "org show", "project show"},
        {"get", "org show", "project show"},
        {"update", "org update", "project update"},
        {"rename", "org update", "project update"},
        {"delete", "org delete", "project delete"},
        {"rm", "org delete", "project delete"},
        {"restore", "org restore", "project restore"},
        {"backup", "store backup"},
        {"dump", "store backup"},
    };

    /** Words after a noun, each with verbs to suggest; the first one that the noun has applies. */
    private static final String[][] VERBS = {
        {"new", "create", "invite", "set"},
        {"add", "create", "invite", "set"},
        {"make", "create"},
        {"create", "invite", "set"},
        {"put", "set"},
        {"describe", "show", "list"},
        {"info", "show"},
        {"view", "show", "reveal", "list"},
        {"cat", "show", "reveal", "list"},
        {"get", "reveal", "list"},
        {"show", "reveal", "list"},
        {"read", "reveal", "get", "show"},
        {"find", "list"},
        {"log", "history", "list"},
        {"logs", "history", "list"},
        {"rename", "update"},
        {"edit", "update"},
        {"modify", "update"},
        {"change", "update", "set"},
        {"remove", "delete", "unset", "revoke"},
        {"delete", "unset", "remove", "revoke"},
        {"rm", "unset", "remove", "revoke"},
        {"destroy", "delete"},
        {"clear", "unset"},
        {"undelete", "restore"},
        {"undo", "rollback"},
        {"revert", "rollback"},
        {"deploy", "promote"},
        {"exec", "run"},
        {"compare", "diff"},
        {"freeze", "lock"},
        {"disable", "suspend"},
        {"enable", "activate"},
        {"can", "check"},
        {"why", "explain"},
    };

    /** Commands that have a different place here. */
    private static final String[][] COMMANDS = {
        {"config export", "env export"},
        {"secret export", "env export"},
        {"config diff", "env diff"},
        {"config history", "env history"},
        {"config rollback", "env rollback"},
        {"config promote", "env promote"},
        {"config run", "env run"},
        {"secret run", "env run"},
        {"project promote", "env promote"},
        {"project diff", "env diff"},
        {"project export", "env export"},
        {"project env", "env list"},
        {"project envs", "env list"},
        {"org members", "member list"},
        {"org member", "member list"},
        {"org invite", "member invite"},
        {"org projects", "project list"},
        {"org billing", "billing show"},
        {"org use", "use"},
        {"project use", "use"},
        {"env use", "use"},
        {"env get", "config get"},
        {"env set", "config set"},
        {"env unset", "config unset"},
        {"env create", "project create"},
        {"secret import", "secret set"},
        {"invite create", "member invite"},
        {"invite add", "member invite"},
        {"invite new", "member invite"},
        {"invite send", "member invite"},
        {"billing list", "billing show"},
        {"billing plans", "billing plan list"},
        {"billing invoice", "billing statement"},
        {"billing invoices", "billing statement"},
        {"audit log", "audit list"},
        {"audit show", "audit list"},
        {"audit tail", "audit list"},
        {"access show", "access list"},
    };

    /** Options of other tools, each with replacements; the first one that the command has applies. */
    private static final String[][] OPTIONS = {
        {"--json", "-o json"},
        {"--yaml", "-o yaml"},
        {"--csv", "-o csv"},
        {"--quiet", "-o ids"},
        {"--format", "-o"},
        {"--filter", "--jq"},
        {"--query", "--jq"},
        {"--columns", "--fields"},
        {"--sort-by", "--sort"},
        {"--order-by", "--sort"},
        {"--page-size", "--limit"},
        {"--organization", "--org"},
        {"--environment", "--env"},
        {"--database", "--store"},
        {"--db", "--store"},
        {"--actor", "--as"},
        {"--user", "--as"},
        {"--output-file", "--out"},
        {"--message", "--reason"},
        {"-m", "--reason"},
        {"--reason", "--message"},
        {"--comment", "--message", "--reason"},
        {"--force", "--yes", "--confirm"},
        {"-f", "--yes", "--confirm"},
        {"-rf", "--yes", "--confirm"},
        {"--confirm", "--yes"},
        {"-y", "--yes", "--confirm"},
        {"--yes", "--confirm"},
        {"--non-interactive", "--no-input"},
        {"--no-prompt", "--no-input"},
        {"--check", "--dry-run"},
        {"--expiry", "--expires"},
        {"--ttl", "--expires"},
    };

    private Synonyms() {}

    /** Commands for a first word; may be empty. */
    public static String[] ofFirstWord(String word) {
        return rest(find(FIRST_WORDS, word));
    }

    /** Commands for a word after a noun; may be empty. */
    static String[] of(Noun noun, String word) {
        String[] command = find(COMMANDS, noun.name() + " " + word);
        if (command != null) {
            return rest(command);
        }
        for (String verb : rest(find(VERBS, word))) {
            if (noun.verb(verb) != null) {
                return new String[] {noun.name() + " " + verb};
            }
        }
        return new String[0];
    }

    /** The verb for a short alias: {@code ls}, {@code get} or {@code rm}; null for other words. */
    static String alias(String word) {
        return switch (word) {
            case "ls" -> "list";
            case "get" -> "show";
            case "rm" -> "delete";
            default -> null;
        };
    }

    /**
     * The replacement for another tool's option.
     *
     * @param options names of the command's options
     * @return null if there is none
     */
    public static String option(String name, List<String> options) {
        for (String instead : rest(find(OPTIONS, name))) {
            int end = instead.indexOf(' ');
            if (options.contains(end < 0 ? instead : instead.substring(0, end))) {
                return instead;
            }
        }
        return null;
    }

    private static String[] find(String[][] table, String word) {
        for (String[] row : table) {
            if (row[0].equals(word)) {
                return row;
            }
        }
        return null;
    }

    private static String[] rest(String[] row) {
        String[] rest = new String[row == null ? 0 : row.length - 1];
        if (row != null) {
            System.arraycopy(row, 1, rest, 0, rest.length);
        }
        return rest;
    }

    /** The table of options. */
    static List<String[]> options() {
        return List.of(OPTIONS);
    }

    /** The tables whose entries name complete commands; these must exist. */
    static List<String[]> rows() {
        List<String[]> rows = new ArrayList<>(List.of(FIRST_WORDS));
        rows.addAll(List.of(COMMANDS));
        return rows;
    }
}
