package io.github.orgctl.cli.app;

import io.github.orgctl.cli.command.AccessCommand;
import io.github.orgctl.cli.command.AliasCommand;
import io.github.orgctl.cli.command.ApplyCommand;
import io.github.orgctl.cli.command.AuditCommand;
import io.github.orgctl.cli.command.BatchCommand;
import io.github.orgctl.cli.command.CommandsCommand;
import io.github.orgctl.cli.command.CompletionCommand;
import io.github.orgctl.cli.command.ConfigCommand;
import io.github.orgctl.cli.command.DashboardCommand;
import io.github.orgctl.cli.command.DoctorCommand;
import io.github.orgctl.cli.command.EnvCommand;
import io.github.orgctl.cli.command.ExportCommand;
import io.github.orgctl.cli.command.ImportCommand;
import io.github.orgctl.cli.command.InviteCommand;
import io.github.orgctl.cli.command.MemberCommand;
import io.github.orgctl.cli.command.OrgCommand;
import io.github.orgctl.cli.command.PlanCommand;
import io.github.orgctl.cli.command.ProjectCommand;
import io.github.orgctl.cli.command.SchemaCommand;
import io.github.orgctl.cli.command.SearchCommand;
import io.github.orgctl.cli.command.SecretCommand;
import io.github.orgctl.cli.command.SettingsCommand;
import io.github.orgctl.cli.command.StatusCommand;
import io.github.orgctl.cli.command.StoreCommand;
import io.github.orgctl.cli.command.TokenCommand;
import io.github.orgctl.cli.command.TrustCommand;
import io.github.orgctl.cli.command.UseCommand;
import io.github.orgctl.cli.command.VersionCommand;
import io.github.orgctl.cli.command.billing.BillingCommand;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.verb.Batch;
import io.github.orgctl.cli.verb.LineRunner;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import java.util.ArrayList;
import java.util.List;

/** The registry of nouns: group, name, plural and constructor of each, in the order of help. */
public enum Commands {
    ORG(Group.MAIN, "org", "orgs"),
    PROJECT(Group.MAIN, "project", "projects"),
    ENV(Group.MAIN, "env", "envs"),
    USE(Group.MAIN, "use", null),
    SEARCH(Group.MAIN, "search", null),
    STATUS(Group.MAIN, "status", null),
    DASHBOARD(Group.MAIN, "dashboard", null),
    CONFIG(Group.CONFIGURATION, "config", "configs"),
    SECRET(Group.CONFIGURATION, "secret", "secrets"),
    SCHEMA(Group.CONFIGURATION, "schema", "schemas"),
    EXPORT(Group.CONFIGURATION, "export", null),
    PLAN(Group.CONFIGURATION, "plan", null),
    APPLY(Group.CONFIGURATION, "apply", null),
    MEMBER(Group.PEOPLE, "member", "members"),
    INVITE(Group.PEOPLE, "invite", "invites"),
    ACCESS(Group.PEOPLE, "access", null),
    TOKEN(Group.PEOPLE, "token", "tokens"),
    AUDIT(Group.PEOPLE, "audit", "audits"),
    BILLING(Group.BILLING, "billing", null),
    IMPORT(Group.TOOLS, "import", null),
    BATCH(Group.TOOLS, "batch", null),
    STORE(Group.TOOLS, "store", "stores"),
    SETTINGS(Group.TOOLS, "settings", null),
    ALIAS(Group.TOOLS, "alias", "aliases"),
    TRUST(Group.TOOLS, "trust", null),
    COMPLETION(Group.TOOLS, "completion", null),
    COMMANDS(Group.TOOLS, "commands", null),
    DOCTOR(Group.TOOLS, "doctor", null),
    VERSION(Group.TOOLS, "version", null);

    /** Group of nouns in the help of the program. */
    public enum Group {
        MAIN("Main"),
        CONFIGURATION("Configuration"),
        PEOPLE("People"),
        BILLING("Billing"),
        TOOLS("Tools");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** All nouns. */
    public static final Nouns NOUNS = new Registry();

    private final Group group;
    private final String word;
    private final String alias;

    Commands(Group group, String word, String alias) {
        this.group = group;
        this.word = word;
        this.alias = alias;
    }

    /** An object rather than a noun: to verify that each is a noun, Java would load them all at every start. */
    private Object make() {
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
            case EXPORT -> new ExportCommand();
            case PLAN -> new PlanCommand();
            case APPLY -> new ApplyCommand();
            case IMPORT -> new ImportCommand();
            case BATCH -> new BatchCommand(new Lines());
            case USE -> new UseCommand();
            case SEARCH -> new SearchCommand();
            case STATUS -> new StatusCommand();
            case DASHBOARD -> new DashboardCommand(new Lines());
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

    /** Its group in help. */
    public Group group() {
        return group;
    }

    /** The noun's name. */
    public String word() {
        return word;
    }

    /** Its plural alias, or null. */
    public String alias() {
        return alias;
    }

    /** A class rather than a method reference, which would be linked at every start. */
    private static final class Lines implements LineRunner {
        @Override
        public int run(String[] words, Host host, Batch batch) {
            return Cli.runLine(words, host, batch);
        }
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
            return command == null ? null : (Noun) command.make();
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
