package io.github.orgctl.cli;

import io.github.orgctl.cli.command.AccessCommand;
import io.github.orgctl.cli.command.AuditCommand;
import io.github.orgctl.cli.command.BillingCommand;
import io.github.orgctl.cli.command.CommandsCommand;
import io.github.orgctl.cli.command.CompletionCommand;
import io.github.orgctl.cli.command.ConfigCommand;
import io.github.orgctl.cli.command.DoctorCommand;
import io.github.orgctl.cli.command.EnvCommand;
import io.github.orgctl.cli.command.InviteCommand;
import io.github.orgctl.cli.command.MemberCommand;
import io.github.orgctl.cli.command.OrgCommand;
import io.github.orgctl.cli.command.ProjectCommand;
import io.github.orgctl.cli.command.SchemaCommand;
import io.github.orgctl.cli.command.SecretCommand;
import io.github.orgctl.cli.command.StatusCommand;
import io.github.orgctl.cli.command.StoreCommand;
import io.github.orgctl.cli.command.TokenCommand;
import io.github.orgctl.cli.command.TrustCommand;
import io.github.orgctl.cli.command.UseCommand;
import io.github.orgctl.cli.command.VersionCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry: names each noun and how to make it, in the order in which help lists them. A run makes the one noun it
 * was called with; only help, completion scripts and the reference make all.
 */
public enum Commands {
    ORG("org", "orgs"),
    PROJECT("project", "projects"),
    ENV("env", "envs"),
    CONFIG("config", "configs"),
    SECRET("secret", "secrets"),
    SCHEMA("schema", "schemas"),
    MEMBER("member", "members"),
    INVITE("invite", "invites"),
    ACCESS("access", null),
    TOKEN("token", "tokens"),
    AUDIT("audit", "audits"),
    BILLING("billing", null),
    USE("use", null),
    STATUS("status", null),
    TRUST("trust", null),
    STORE("store", "stores"),
    COMPLETION("completion", null),
    COMMANDS("commands", null),
    DOCTOR("doctor", null),
    VERSION("version", null);

    private final String word;
    private final String alias;

    Commands(String word, String alias) {
        this.word = word;
        this.alias = alias;
    }

    /** Makes the noun with its verbs. */
    public Noun make() {
        return switch (this) {
            case ORG -> new OrgCommand();
            case PROJECT -> new ProjectCommand();
            case ENV -> new EnvCommand();
            case CONFIG -> new ConfigCommand();
            case SECRET -> new SecretCommand();
            case SCHEMA -> new SchemaCommand();
            case MEMBER -> new MemberCommand();
            case INVITE -> new InviteCommand();
            case ACCESS -> new AccessCommand();
            case TOKEN -> new TokenCommand();
            case AUDIT -> new AuditCommand();
            case BILLING -> new BillingCommand();
            case USE -> new UseCommand();
            case STATUS -> new StatusCommand();
            case TRUST -> new TrustCommand();
            case STORE -> new StoreCommand();
            case COMPLETION -> new CompletionCommand();
            case COMMANDS -> new CommandsCommand();
            case DOCTOR -> new DoctorCommand();
            case VERSION -> new VersionCommand();
        };
    }

    /** The noun a word names, by name or plural alias, or null. */
    public static Commands named(String word) {
        for (Commands command : values()) {
            if (command.word.equals(word) || word.equals(command.alias)) {
                return command;
            }
        }
        return null;
    }

    /** All nouns with all their verbs. */
    public static List<Noun> makeAll() {
        List<Noun> nouns = new ArrayList<>();
        for (Commands command : values()) {
            nouns.add(command.make());
        }
        return nouns;
    }

    /** All nouns with all their verbs, each followed by the nouns within it. */
    public static List<Noun> makeAllNested() {
        List<Noun> nouns = new ArrayList<>();
        for (Noun noun : makeAll()) {
            nouns.addAll(noun.withNested());
        }
        return nouns;
    }

    /**
     * Makes the command with these words as its whole name.
     *
     * @param name such as {@code billing plan list}, which has to exist
     */
    public static Verb command(String name) {
        String[] words = name.split(" ");
        Noun noun = named(words[0]).make();
        for (int i = 1; i < words.length - 1; i++) {
            noun = noun.noun(words[i]);
        }
        return noun.isCommand() ? noun.verbs().get(0) : noun.verb(words[words.length - 1]);
    }

    /** The noun's name. */
    public String word() {
        return word;
    }

    /** The plural that means the same, or null. */
    public String alias() {
        return alias;
    }
}
