package io.github.orgctl.cli.app;

import io.github.orgctl.cli.command.AccessCommand;
import io.github.orgctl.cli.command.AliasCommand;
import io.github.orgctl.cli.command.AuditCommand;
import io.github.orgctl.cli.command.BatchCommand;
import io.github.orgctl.cli.command.BillingCommand;
import io.github.orgctl.cli.command.CommandsCommand;
import io.github.orgctl.cli.command.CompletionCommand;
import io.github.orgctl.cli.command.ConfigCommand;
import io.github.orgctl.cli.command.DoctorCommand;
import io.github.orgctl.cli.command.EnvCommand;
import io.github.orgctl.cli.command.ImportCommand;
import io.github.orgctl.cli.command.InviteCommand;
import io.github.orgctl.cli.command.MemberCommand;
import io.github.orgctl.cli.command.OrgCommand;
import io.github.orgctl.cli.command.ProjectCommand;
import io.github.orgctl.cli.command.SchemaCommand;
import io.github.orgctl.cli.command.SecretCommand;
import io.github.orgctl.cli.command.SettingsCommand;
import io.github.orgctl.cli.command.StatusCommand;
import io.github.orgctl.cli.command.StoreCommand;
import io.github.orgctl.cli.command.TokenCommand;
import io.github.orgctl.cli.command.TrustCommand;
import io.github.orgctl.cli.command.UseCommand;
import io.github.orgctl.cli.command.VersionCommand;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import java.util.ArrayList;
import java.util.List;

/** The registry: each noun's name, its plural and how to make it, in the order in which help lists them. */
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
    IMPORT("import", null),
    BATCH("batch", null),
    USE("use", null),
    STATUS("status", null),
    TRUST("trust", null),
    SETTINGS("settings", null),
    ALIAS("alias", "aliases"),
    STORE("store", "stores"),
    COMPLETION("completion", null),
    COMMANDS("commands", null),
    DOCTOR("doctor", null),
    VERSION("version", null);

    /** All of them. */
    public static final Nouns NOUNS = new Registry();

    private final String word;
    private final String alias;

    Commands(String word, String alias) {
        this.word = word;
        this.alias = alias;
    }

    private Noun make() {
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
            case IMPORT -> new ImportCommand();
            case BATCH -> new BatchCommand(Cli::runLine);
            case USE -> new UseCommand();
            case STATUS -> new StatusCommand();
            case TRUST -> new TrustCommand();
            case SETTINGS -> new SettingsCommand(NOUNS);
            case ALIAS -> new AliasCommand(NOUNS);
            case STORE -> new StoreCommand();
            case COMPLETION -> new CompletionCommand(NOUNS);
            case COMMANDS -> new CommandsCommand(NOUNS);
            case DOCTOR -> new DoctorCommand();
            case VERSION -> new VersionCommand();
        };
    }

    /** The noun's name. */
    public String word() {
        return word;
    }

    /** The plural that means the same, or null. */
    public String alias() {
        return alias;
    }

    private static final class Registry implements Nouns {
        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>();
            for (Commands command : values()) {
                names.add(command.word);
            }
            return names;
        }

        @Override
        public String alias(String name) {
            return find(name).alias;
        }

        @Override
        public Noun named(String word) {
            Commands command = find(word);
            return command == null ? null : command.make();
        }

        private static Commands find(String word) {
            for (Commands command : values()) {
                if (command.word.equals(word) || word.equals(command.alias)) {
                    return command;
                }
            }
            return null;
        }
    }
}
