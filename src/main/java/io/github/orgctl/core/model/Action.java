package io.github.orgctl.core.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can be done, each with the rule of who may. The one table of rights: what is checked, what the audit
 * trail names, and what the pages and tests of roles say all come from it. A command has the name of its action.
 */
public enum Action {
    ORG_CREATE("org.create", Rule.ANYBODY, true),
    ORG_LIST("org.list", Rule.ANYBODY, false),
    ORG_SHOW("org.show", Rule.READ, false),
    ORG_UPDATE("org.update", Rule.OWN, true),
    ORG_DELETE("org.delete", Rule.OWN, true),
    ORG_RESTORE("org.restore", Rule.OWN, true),
    PROJECT_CREATE("project.create", Rule.MANAGE, true),
    PROJECT_LIST("project.list", Rule.READ, false),
    PROJECT_SHOW("project.show", Rule.READ, false),
    PROJECT_UPDATE("project.update", Rule.MANAGE, true),
    PROJECT_MOVE("project.move", Rule.MOVE, true),
    PROJECT_DELETE("project.delete", Rule.MANAGE, true),
    PROJECT_RESTORE("project.restore", Rule.MANAGE, true),
    ENV_LIST("env.list", Rule.READ, false),
    ENV_SHOW("env.show", Rule.READ, false),
    ENV_DIFF("env.diff", Rule.READ, false),
    ENV_PROMOTE("env.promote", Rule.ENVIRONMENT, true),
    ENV_HISTORY("env.history", Rule.READ, false),
    ENV_ROLLBACK("env.rollback", Rule.ENVIRONMENT, true),
    ENV_LOCK("env.lock", Rule.MANAGE, true),
    ENV_UNLOCK("env.unlock", Rule.MANAGE, true),
    ENV_EXPORT("env.export", Rule.READ, false),
    ENV_RUN("env.run", Rule.READ, false),
    CONFIG_GET("config.get", Rule.READ, false),
    CONFIG_SET("config.set", Rule.ENVIRONMENT, true),
    CONFIG_UNSET("config.unset", Rule.ENVIRONMENT, true),
    CONFIG_LIST("config.list", Rule.READ, false),
    CONFIG_EDIT("config.edit", Rule.ENVIRONMENT, true),
    CONFIG_IMPORT("config.import", Rule.ENVIRONMENT, true),
    CONFIG_VALIDATE("config.validate", Rule.READ, false),
    SECRET_SET("secret.set", Rule.ENVIRONMENT, true),
    SECRET_LIST("secret.list", Rule.READ, false),
    SECRET_REVEAL("secret.reveal", Rule.ENVIRONMENT, true),
    SECRET_UNSET("secret.unset", Rule.ENVIRONMENT, true),
    SECRET_ROTATE_KEY("secret.rotate-key", Rule.OPERATE, true),
    SCHEMA_SET("schema.set", Rule.MANAGE, true),
    SCHEMA_SHOW("schema.show", Rule.READ, false),
    SCHEMA_UNSET("schema.unset", Rule.MANAGE, true),
    MEMBER_INVITE("member.invite", Rule.MANAGE, Rule.MANAGE),
    MEMBER_LIST("member.list", Rule.READ, false),
    MEMBER_SHOW("member.show", Rule.READ, false),
    MEMBER_ROLE("member.role", Rule.MANAGE, true),
    MEMBER_SUSPEND("member.suspend", Rule.MANAGE, true),
    MEMBER_ACTIVATE("member.activate", Rule.MANAGE, true),
    MEMBER_REMOVE("member.remove", Rule.MANAGE, true),
    MEMBER_LEAVE("member.leave", Rule.READ, true),
    MEMBER_TRANSFER_OWNERSHIP("member.transfer-ownership", Rule.OWN, true),
    INVITE_LIST("invite.list", Rule.MANAGE, false),
    INVITE_ACCEPT("invite.accept", Rule.ANYBODY, Rule.MANAGE),
    INVITE_DECLINE("invite.decline", Rule.ANYBODY, Rule.MANAGE),
    INVITE_REVOKE("invite.revoke", Rule.MANAGE, Rule.MANAGE),
    INVITE_RESEND("invite.resend", Rule.MANAGE, Rule.MANAGE),
    ACCESS_LIST("access.list", Rule.READ, false),
    ACCESS_CHECK("access.check", Rule.READ, false),
    ACCESS_EXPLAIN("access.explain", Rule.READ, false),
    TOKEN_CREATE("token.create", Rule.MANAGE, Rule.MANAGE),
    TOKEN_LIST("token.list", Rule.MANAGE, false),
    TOKEN_REVOKE("token.revoke", Rule.MANAGE, Rule.MANAGE),
    AUDIT_LIST("audit.list", Rule.READ, false),
    AUDIT_VERIFY("audit.verify", Rule.READ, false),
    AUDIT_EXPORT("audit.export", Rule.MANAGE, false),
    BILLING_SHOW("billing.show", Rule.MANAGE, false),
    BILLING_UPDATE("billing.update", Rule.OWN, Rule.MANAGE),
    BILLING_PLAN_CREATE("billing.plan.create", Rule.OPERATE, Rule.OPERATE),
    BILLING_PLAN_LIST("billing.plan.list", Rule.ANYBODY, false),
    BILLING_PLAN_SHOW("billing.plan.show", Rule.ANYBODY, false),
    BILLING_PLAN_UPDATE("billing.plan.update", Rule.OPERATE, Rule.OPERATE),
    BILLING_PLAN_WITHDRAW("billing.plan.withdraw", Rule.OPERATE, Rule.OPERATE),
    BILLING_PLAN_RETIRE("billing.plan.retire", Rule.OPERATE, Rule.OPERATE),
    BILLING_USAGE_RECORD("billing.usage.record", Rule.OWN, Rule.MANAGE),
    BILLING_USAGE_IMPORT("billing.usage.import", Rule.OWN, Rule.MANAGE),
    BILLING_USAGE_LIST("billing.usage.list", Rule.MANAGE, false),
    BILLING_USAGE_SUMMARY("billing.usage.summary", Rule.MANAGE, false),
    BILLING_STATEMENT("billing.statement", Rule.MANAGE, false),
    /** What {@code billing statement --close} does. */
    BILLING_CLOSE("billing.close", Rule.OWN, Rule.MANAGE),
    STORE_INFO("store.info", Rule.OPERATE, false),
    STORE_CHECK("store.check", Rule.OPERATE, false);

    private final String word;
    private final Rule rule;
    private final Rule readers;

    /**
     * @param recorded whether it leaves an event in the audit trail, which everybody reads who reads the organization
     */
    Action(String word, Rule rule, boolean recorded) {
        this(word, rule, recorded ? Rule.READ : null);
    }

    /**
     * @param readers who may read the events that it leaves, since what they tell is not for everybody
     */
    Action(String word, Rule rule, Rule readers) {
        this.word = word;
        this.rule = rule;
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

    /** Whether it leaves an event in the audit trail: every change does, and every look at a secret's value. */
    public boolean isRecorded() {
        return readers != null;
    }

    /** Who may read the events that it leaves in the audit trail, or null where it leaves none. */
    public Rule readers() {
        return readers;
    }

    /** Its name: noun, full stop, verb. */
    @Override
    public String toString() {
        return word;
    }
}
