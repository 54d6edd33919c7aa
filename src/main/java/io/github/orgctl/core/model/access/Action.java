package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything that can be done, each with the rule of who may, and what it is done to. The one table of rights: what is
 * checked, what the audit log names, and what the pages and tests of roles say all come from it. A command has the
 * name of its action.
 */
public enum Action {
    ORG_CREATE("org.create", Rule.ANYBODY, Level.STORE, true),
    ORG_LIST("org.list", Rule.ANYBODY, Level.STORE, false),
    ORG_SHOW("org.show", Rule.READ, Level.ORGANIZATION, false),
    ORG_UPDATE("org.update", Rule.OWN, Level.ORGANIZATION, true),
    /** What {@code org update --live-writes} does, which leaves the event of the update. */
    ORG_LIVE_WRITES("org.live-writes", Rule.OWN, Level.ORGANIZATION, false),
    ORG_DELETE("org.delete", Rule.OWN, Level.ORGANIZATION, true),
    ORG_RESTORE("org.restore", Rule.OWN, Level.ORGANIZATION, true),
    PROJECT_CREATE("project.create", Rule.MANAGE, Level.ORGANIZATION, true),
    PROJECT_LIST("project.list", Rule.READ, Level.ORGANIZATION, false),
    PROJECT_SHOW("project.show", Rule.READ, Level.PROJECT, false),
    PROJECT_UPDATE("project.update", Rule.MANAGE, Level.PROJECT, true),
    PROJECT_MOVE("project.move", Rule.TAKE_AWAY, Level.PROJECT, true),
    PROJECT_DELETE("project.delete", Rule.TAKE_AWAY, Level.PROJECT, true),
    PROJECT_RESTORE("project.restore", Rule.MANAGE, Level.ORGANIZATION, true),
    ENV_LIST("env.list", Rule.READ, Level.ENVIRONMENT, false),
    ENV_SHOW("env.show", Rule.READ, Level.ENVIRONMENT, false),
    ENV_DIFF("env.diff", Rule.READ, Level.ENVIRONMENT, false),
    ENV_PROMOTE("env.promote", Rule.ENVIRONMENT, Level.LIVE, true),
    ENV_HISTORY("env.history", Rule.READ, Level.ENVIRONMENT, false),
    ENV_ROLLBACK("env.rollback", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    ENV_UNDO("env.undo", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    ENV_LOCK("env.lock", Rule.MANAGE, Level.ENVIRONMENT, true),
    ENV_UNLOCK("env.unlock", Rule.MANAGE, Level.ENVIRONMENT, true),
    ENV_EXPORT("env.export", Rule.READ, Level.ENVIRONMENT, false),
    ENV_RUN("env.run", Rule.READ, Level.ENVIRONMENT, false),
    CONFIG_GET("config.get", Rule.READ, Level.ENVIRONMENT, false),
    CONFIG_SET("config.set", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_UNSET("config.unset", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_LIST("config.list", Rule.READ, Level.ENVIRONMENT, false),
    CONFIG_EDIT("config.edit", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_IMPORT("config.import", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_VALIDATE("config.validate", Rule.READ, Level.ENVIRONMENT, false),
    SECRET_SET("secret.set", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_LIST("secret.list", Rule.READ, Level.ENVIRONMENT, false),
    SECRET_REVEAL("secret.reveal", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_UNSET("secret.unset", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_ROTATE_KEY("secret.rotate-key", Rule.OPERATE, Level.STORE, true),
    SCHEMA_SET("schema.set", Rule.MANAGE, Level.PROJECT, true),
    SCHEMA_SHOW("schema.show", Rule.READ, Level.PROJECT, false),
    SCHEMA_UNSET("schema.unset", Rule.MANAGE, Level.PROJECT, true),
    MEMBER_INVITE("member.invite", Rule.MANAGE, Level.ORGANIZATION, Rule.MANAGE),
    MEMBER_LIST("member.list", Rule.READ, Level.ORGANIZATION, false),
    MEMBER_SHOW("member.show", Rule.READ, Level.ORGANIZATION, false),
    MEMBER_ROLE("member.role", Rule.MANAGE, Level.ORGANIZATION, true),
    MEMBER_SUSPEND("member.suspend", Rule.MANAGE, Level.ORGANIZATION, true),
    MEMBER_ACTIVATE("member.activate", Rule.MANAGE, Level.ORGANIZATION, true),
    MEMBER_REMOVE("member.remove", Rule.MANAGE, Level.ORGANIZATION, true),
    MEMBER_LEAVE("member.leave", Rule.READ, Level.ORGANIZATION, true),
    MEMBER_TRANSFER_OWNERSHIP("member.transfer-ownership", Rule.OWN, Level.ORGANIZATION, true),
    INVITE_LIST("invite.list", Rule.MANAGE, Level.ORGANIZATION, false),
    INVITE_ACCEPT("invite.accept", Rule.ANYBODY, Level.STORE, Rule.MANAGE),
    INVITE_DECLINE("invite.decline", Rule.ANYBODY, Level.STORE, Rule.MANAGE),
    INVITE_REVOKE("invite.revoke", Rule.MANAGE, Level.ORGANIZATION, Rule.MANAGE),
    INVITE_RESEND("invite.resend", Rule.MANAGE, Level.ORGANIZATION, Rule.MANAGE),
    ACCESS_LIST("access.list", Rule.READ, Level.PROJECT, false),
    ACCESS_CHECK("access.check", Rule.READ, Level.ENVIRONMENT, false),
    ACCESS_EXPLAIN("access.explain", Rule.READ, Level.ENVIRONMENT, false),
    TOKEN_CREATE("token.create", Rule.MANAGE, Level.PROJECT, Rule.MANAGE),
    TOKEN_LIST("token.list", Rule.MANAGE, Level.ORGANIZATION, false),
    TOKEN_REVOKE("token.revoke", Rule.MANAGE, Level.ORGANIZATION, Rule.MANAGE),
    AUDIT_LIST("audit.list", Rule.READ, Level.PROJECT, false),
    AUDIT_VERIFY("audit.verify", Rule.READ, Level.ORGANIZATION, false),
    AUDIT_EXPORT("audit.export", Rule.MANAGE, Level.ORGANIZATION, false),
    BILLING_SHOW("billing.show", Rule.MANAGE, Level.ORGANIZATION, false),
    BILLING_UPDATE("billing.update", Rule.OWN, Level.ORGANIZATION, Rule.MANAGE),
    BILLING_ISSUER_SHOW("billing.issuer.show", Rule.ANYBODY, Level.STORE, false),
    BILLING_ISSUER_SET("billing.issuer.set", Rule.OPERATE, Level.STORE, Rule.OPERATE),
    BILLING_PLAN_CREATE("billing.plan.create", Rule.OPERATE, Level.STORE, Rule.OPERATE),
    BILLING_PLAN_LIST("billing.plan.list", Rule.ANYBODY, Level.STORE, false),
    BILLING_PLAN_SHOW("billing.plan.show", Rule.ANYBODY, Level.STORE, false),
    BILLING_PLAN_UPDATE("billing.plan.update", Rule.OPERATE, Level.STORE, Rule.OPERATE),
    BILLING_PLAN_WITHDRAW("billing.plan.withdraw", Rule.OPERATE, Level.STORE, Rule.OPERATE),
    BILLING_PLAN_RETIRE("billing.plan.retire", Rule.OPERATE, Level.STORE, Rule.OPERATE),
    BILLING_USAGE_RECORD("billing.usage.record", Rule.OWN, Level.ENVIRONMENT, Rule.MANAGE),
    BILLING_USAGE_IMPORT("billing.usage.import", Rule.OWN, Level.ENVIRONMENT, Rule.MANAGE),
    BILLING_USAGE_LIST("billing.usage.list", Rule.MANAGE, Level.ENVIRONMENT, false),
    BILLING_USAGE_SUMMARY("billing.usage.summary", Rule.MANAGE, Level.ORGANIZATION, false),
    BILLING_STATEMENT("billing.statement", Rule.MANAGE, Level.ORGANIZATION, false),
    /** What {@code billing statement --close} does. */
    BILLING_CLOSE("billing.close", Rule.OWN, Level.ORGANIZATION, Rule.MANAGE),
    STORE_INFO("store.info", Rule.OPERATE, Level.STORE, false),
    STORE_CHECK("store.check", Rule.OPERATE, Level.STORE, false),
    STORE_BACKUP("store.backup", Rule.OPERATE, Level.STORE, false);

    /**
     * What no token does. A token ends; what makes, renews or widens somebody's rights would outlive it, and whoever has
     * got hold of it could stay. Nor does it leave the one organization that it is for.
     */
    private static final Set<Action> FOR_PEOPLE = Set.of(
            ORG_CREATE,
            ORG_LIVE_WRITES,
            ORG_RESTORE,
            PROJECT_MOVE,
            MEMBER_INVITE,
            MEMBER_ROLE,
            MEMBER_ACTIVATE,
            MEMBER_LEAVE,
            MEMBER_TRANSFER_OWNERSHIP,
            INVITE_ACCEPT,
            INVITE_DECLINE,
            INVITE_RESEND,
            TOKEN_CREATE);

    private final String word;
    private final Rule rule;
    private final Level level;
    private final Rule readers;

    /**
     * @param recorded whether it leaves an event in the audit log, which everybody reads who reads the organization
     */
    Action(String word, Rule rule, Level level, boolean recorded) {
        this(word, rule, level, recorded ? Rule.READ : null);
    }

    /**
     * @param readers who may read the events that it leaves, since what they tell is not for everybody
     */
    Action(String word, Rule rule, Level level, Rule readers) {
        this.word = word;
        this.rule = rule;
        this.level = level;
        this.readers = readers;
    }

    /**
     * @throws Failure USAGE when nothing is called so
     */
    public static Action parse(String text) {
        List<String> words = new ArrayList<>();
        for (Action action : values()) {
            if (action.word.equals(text)) {
                return action;
            }
            words.add(action.word);
        }
        throw Failure.usage("'" + text + "' is not an action", "an action is one of: " + String.join(", ", words));
    }

    public Rule rule() {
        return rule;
    }

    /** Most specific target level. */
    public Level level() {
        return level;
    }

    /** Whether it leaves an event in the audit log: every change does, and every look at a secret's value. */
    public boolean isRecorded() {
        return readers != null;
    }

    /** Rule for reading its events in the audit log, or null if it records none. */
    public Rule readers() {
        return readers;
    }

    /** Whether people alone may do it, and no token, whatever its role. */
    public boolean isForPeople() {
        return FOR_PEOPLE.contains(this);
    }

    /** Its name: noun, full stop, verb. */
    @Override
    public String toString() {
        return word;
    }
}
