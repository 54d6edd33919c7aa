package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All actions, each with its permission rule and target level. This is the only table of rights: access checks, the
 * audit log, and the documentation and tests of roles derive from it. An action has the same name as its command.
 */
public enum Action {
    ORG_CREATE("org.create", Rule.ANYBODY, Level.STORE, true),
    ORG_LIST("org.list", Rule.ANYBODY, Level.STORE, false),
    ORG_SHOW("org.show", Rule.READ, Level.ORGANIZATION, false),
    ORG_UPDATE("org.update", Rule.OWN, Level.ORGANIZATION, true),
    /** {@code org update --live-writes}; recorded as part of the update's event. */
    ORG_LIVE_WRITES("org.live-writes", Rule.OWN, Level.ORGANIZATION, false),
    ORG_DELETE("org.delete", Rule.OWN, Level.ORGANIZATION, true),
    ORG_RESTORE("org.restore", Rule.OWN, Level.ORGANIZATION, true),
    PROJECT_CREATE("project.create", Rule.MANAGE, Level.ORGANIZATION, true),
    PROJECT_LIST("project.list", Rule.READ, Level.ORGANIZATION, false),
    PROJECT_SHOW("project.show", Rule.READ, Level.PROJECT, false),
    PROJECT_UPDATE("project.update", Rule.MANAGE, Level.PROJECT, true),
    PROJECT_MOVE("project.move", Rule.TAKE_AWAY, Level.PROJECT, true),
    /** Checked in the organization that receives the clone. */
    PROJECT_CLONE("project.clone", Rule.TAKE_AWAY, Level.ORGANIZATION, true),
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
    ENV_RENDER("env.render", Rule.READ, Level.ENVIRONMENT, false),
    ENV_RUN("env.run", Rule.READ, Level.ENVIRONMENT, false),
    CONFIG_GET("config.get", Rule.READ, Level.ENVIRONMENT, false),
    CONFIG_SET("config.set", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_UNSET("config.unset", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_LIST("config.list", Rule.READ, Level.ENVIRONMENT, false),
    CONFIG_EDIT("config.edit", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_IMPORT("config.import", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_COPY("config.copy", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_RENAME("config.rename", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_NOTE("config.note", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    CONFIG_VALIDATE("config.validate", Rule.READ, Level.ENVIRONMENT, false),
    SEARCH("search", Rule.READ, Level.ORGANIZATION, false),
    SECRET_SET("secret.set", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_IMPORT("secret.import", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_LIST("secret.list", Rule.READ, Level.ENVIRONMENT, false),
    SECRET_REVEAL("secret.reveal", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    /** {@code secret reveal --version} */
    SECRET_REVEAL_VERSION("secret.reveal-version", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_HISTORY("secret.history", Rule.READ, Level.ENVIRONMENT, false),
    SECRET_ROLLBACK("secret.rollback", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_UNSET("secret.unset", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_COPY("secret.copy", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
    SECRET_CHECK("secret.check", Rule.ENVIRONMENT, Level.ORGANIZATION, false),
    SECRET_DUE("secret.due", Rule.READ, Level.ENVIRONMENT, false),
    /** {@code secret unset --purge} */
    SECRET_PURGE("secret.purge", Rule.ENVIRONMENT, Level.ENVIRONMENT, true),
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
    /** {@code billing statement --close} */
    BILLING_CLOSE("billing.close", Rule.OWN, Level.ORGANIZATION, Rule.MANAGE),
    STORE_INFO("store.info", Rule.OPERATE, Level.STORE, false),
    STORE_CHECK("store.check", Rule.OPERATE, Level.STORE, false),
    STORE_BACKUP("store.backup", Rule.OPERATE, Level.STORE, false),
    STORE_COPY("store.copy", Rule.OPERATE, Level.STORE, false),
    STORE_RESTORE("store.restore", Rule.OPERATE, Level.STORE, Rule.OPERATE);

    /**
     * Actions that tokens can't perform. Rights that a token creates, renews or extends would outlive the token itself,
     * so a leaked token would give permanent access. Tokens also can't act outside their organization.
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
     * @param recorded whether it writes an event to the audit log, readable by everyone who may read the organization
     */
    Action(String word, Rule rule, Level level, boolean recorded) {
        this(word, rule, level, recorded ? Rule.READ : null);
    }

    /**
     * @param readers rule for reading its events, which are not for everyone
     */
    Action(String word, Rule rule, Level level, Rule readers) {
        this.word = word;
        this.rule = rule;
        this.level = level;
        this.readers = readers;
    }

    /**
     * @throws Failure USAGE if no action has this name
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

    /** Most specific level of its target. */
    public Level level() {
        return level;
    }

    /** Whether it writes an audit event: every change does, and every read of a secret value. */
    public boolean isRecorded() {
        return readers != null;
    }

    /** Rule for reading its events in the audit log, or null if it writes none. */
    public Rule readers() {
        return readers;
    }

    /** Whether only people may perform it, and no token of any role. */
    public boolean isForPeople() {
        return FOR_PEOPLE.contains(this);
    }

    /** Its name: noun, full stop, verb. */
    @Override
    public String toString() {
        return word;
    }
}
