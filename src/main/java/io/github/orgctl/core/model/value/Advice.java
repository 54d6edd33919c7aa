package io.github.orgctl.core.model.value;

import java.util.List;

/**
 * Hints that mention a command or an option. To add one, add a constant with its arguments here, and a case in the
 * command line's {@code HintSpelling}. A test parses every spelled command.
 */
public enum Advice {
    // Look up existing resources.
    LIST_ORGANIZATIONS,
    LIST_DELETED_ORGANIZATIONS,
    SHOW_ORGANIZATION(Argument.ORGANIZATION),
    LIST_PROJECTS(Argument.ORGANIZATION),
    LIST_ALL_PROJECTS,
    LIST_DELETED_PROJECTS,
    SHOW_PROJECT(Argument.PROJECT),
    LIST_ALL_ENVIRONMENTS,
    LIST_REVISIONS(Argument.ENVIRONMENT),
    COMPARE_ENVIRONMENTS(Argument.PROJECT),
    LIST_VALUES(Argument.ENVIRONMENT),
    GET_VALUE(Argument.KEY, Argument.ENVIRONMENT),
    GET_SHARED_VALUE(Argument.KEY, Argument.MODE, Argument.ORGANIZATION),
    LIST_SECRETS(Argument.ENVIRONMENT),
    LIST_SECRET_REFERENCES(Argument.ENVIRONMENT),
    LIST_SECRET_VERSIONS(Argument.KEY, Argument.ENVIRONMENT),
    REVEAL_SECRET(Argument.KEY, Argument.ENVIRONMENT),
    SHOW_SCHEMA(Argument.PROJECT),
    LIST_MEMBERS(Argument.ORGANIZATION),
    ASK_MEMBER(Argument.ROLE, Argument.ORGANIZATION),
    LIST_INVITATIONS(Argument.ORGANIZATION),
    LIST_PENDING_INVITATIONS(Argument.ORGANIZATION),
    ASK_ABOUT_INVITATION,
    LIST_TOKENS,
    LIST_TOKENS_OF(Argument.ORGANIZATION),
    LIST_EVENTS,
    LIST_EVENT_READERS,
    LIST_PLANS,
    SHOW_BILLING(Argument.ORGANIZATION),
    SHOW_CURRENCIES(Argument.MONTH, Argument.ORGANIZATION),
    CHECK_STORE,

    // Find out how to gain a right.
    EXPLAIN_MEMBER(Argument.EMAIL, Argument.ACTION, Argument.ENVIRONMENT),
    EXPLAIN_MEMBER_IN(Argument.EMAIL, Argument.ACTION, Argument.ORGANIZATION),
    EXPLAIN_TOKEN(Argument.ID, Argument.ACTION, Argument.ENVIRONMENT),
    EXPLAIN_TOKEN_IN(Argument.ID, Argument.ACTION, Argument.ORGANIZATION),
    EXPLAIN_ACTION(Argument.ACTION),

    // Select where and as whom to act.
    CHOOSE_ORGANIZATION,
    CHOOSE_OTHER_ORGANIZATION,
    LEAVE_OUT_ORGANIZATION(Argument.ORGANIZATION),
    LEAVE_OUT_ONE_OR_ALL,
    NAME_ONLY_ORGANIZATION,
    CHOOSE_PROJECT,
    CHOOSE_MODE,
    NAME_LIVE,
    LEAVE_OUT_MODE(Argument.MODE),
    LEAVE_OUT_PROJECT(Argument.PROJECT),
    NAME_ACTOR,
    ACT_AS_PERSON,
    NAME_LEAVER,
    NAME_FORMER_OWNER,

    // Change the options of the same command.
    LEAVE_OUT_SORT,
    LEAVE_OUT_AFTER,
    LEAVE_OUT_FOLLOW,
    CHOOSE_SLUG,
    CHOOSE_OWN_KEY,
    CONFIRM_DELETION(Argument.SLUG),
    CONFIRM_RESTORE(Argument.FILE),
    REPLACE_DAMAGED(Argument.FILE),
    CONFIRM_CHANGES,
    REPEAT_WITH_REVISION(Argument.NUMBER),
    COMPARE_REVISIONS,
    GIVE_REASON,
    SKIP_OR_OVERWRITE,
    ALLOW_EMPTY,
    ALLOW_INVALID_VALUES,
    ALLOW_LOADER_VARIABLES,
    BREAK_REFERENCES,
    EXPORT_FEWER_KEYS,
    INCLUDE_SECRETS,
    OVERWRITE,
    OPEN_GATES(Argument.GATES),
    RESOLVE_CONFLICTS,
    RESOLVE_CONFLICT_ONCE(Argument.KEY),
    KEEP_LIVE_VALUES,
    LEAVE_OUT_TAKE(Argument.KEY),
    PROMOTE_TAKEN_KEY(Argument.KEY),
    PROMOTE_KEPT_KEY(Argument.KEY),
    LOWER_TOKEN_ROLE(Argument.ROLE),
    CHOOSE_EARLIER_EXPIRY,
    NAME_PLAN,
    NAME_CURRENCY,
    CHANGE_PLAN_AND_CURRENCY(Argument.CURRENCY, Argument.PLAN, Argument.CURRENCY),
    START_ON(Argument.DAY),
    START_PROJECT_ON(Argument.DAY),
    START_IN_LATER_MONTH,
    CHANGE_CURRENCY_ON(Argument.DAY),
    START_PRICES_ON(Argument.DAY),
    RESTORE_ON(Argument.DAY),
    CLOSE_EARLIER_MONTH(Argument.MONTH),
    START_WITH_MONTH(Argument.MONTH),
    CORRECT_MONTH(Argument.MONTH, Argument.MONTH),

    // Run another command, first or instead.
    RESTORE_ORGANIZATION(Argument.ORGANIZATION),
    RESTORE_ORGANIZATION_FIRST(Argument.ORGANIZATION),
    RESTORE_PROJECT(Argument.PROJECT),
    CREATE_SHARED_PROJECT(Argument.ORGANIZATION),
    UNLOCK(Argument.ENVIRONMENT),
    SET_VALUES(Argument.ENVIRONMENT),
    SET_LIVE_VALUE(Argument.KEY, Argument.ENVIRONMENT),
    COPY_VALUE(Argument.KEY, Argument.ENVIRONMENT, Argument.ENVIRONMENT),
    COPY_SECRET(Argument.KEY, Argument.ENVIRONMENT, Argument.ENVIRONMENT),
    UNSET_VALUE(Argument.KEY, Argument.ENVIRONMENT),
    SET_SECRET(Argument.KEY, Argument.ENVIRONMENT),
    REPLACE_SECRET(Argument.KEY, Argument.ENVIRONMENT),
    ATTACH_SCHEMA(Argument.PROJECT),
    RESEND_INVITATION,
    REVOKE_INVITATION(Argument.EMAIL, Argument.ORGANIZATION),
    TRANSFER_OWNERSHIP(Argument.ORGANIZATION),
    REVOKE_TOKEN(Argument.ID),
    REQUEST_TOKEN,
    UPDATE_PLAN(Argument.PLAN),
    REPLACE_PLAN_VERSION(Argument.PLAN),
    RETIRE_PLAN(Argument.PLAN),
    CREATE_PLAN(Argument.CURRENCY),
    UPDATE_BILLING(Argument.ORGANIZATION),
    CLOSE_MONTH(Argument.MONTH),

    // Individual steps towards gaining a right.
    ACCEPT_INVITATION,
    ACTIVATE_MEMBER(Argument.EMAIL, Argument.ORGANIZATION),
    INVITE_MEMBER(Argument.EMAIL, Argument.ROLE, Argument.ORGANIZATION),
    CHANGE_ROLE(Argument.EMAIL, Argument.ROLE, Argument.ORGANIZATION),
    LOWER_LIVE_WRITES(Argument.ORGANIZATION, Argument.ROLE),
    CREATE_TOKEN(Argument.ROLE, Argument.ORGANIZATION),
    CREATE_PROJECT_TOKEN(Argument.ROLE, Argument.PROJECT),

    // Find or repair the store and its keyset.
    NAME_STORE,
    NAME_OTHER_STORE,
    NAME_WRITABLE_STORE,
    MAKE_STORE_WRITABLE,
    UPGRADE_STORE,
    WAIT_LONGER,
    CHECK_BEFORE_RETRYING,
    VERIFY_AUDIT_LOG,
    NAME_KEYSET(Argument.KEY, Argument.ID),
    WAIT_FOR_SECRET,
    PURGE_AGAIN;

    /** Type of an argument. */
    public enum Argument {
        ACTION,
        CURRENCY,
        DAY,
        EMAIL,
        /** An environment, or a project if the action applies to projects. */
        ENVIRONMENT,
        FILE,
        /** A set of {@link Gate}. */
        GATES,
        ID,
        KEY,
        MODE,
        MONTH,
        NUMBER,
        ORGANIZATION,
        PLAN,
        PROJECT,
        ROLE,
        SLUG
    }

    // Immutable: created by List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Argument> arguments;

    Advice(Argument... arguments) {
        this.arguments = List.of(arguments);
    }

    /** Types of the hint's arguments, in order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /**
     * Creates a hint with this advice.
     *
     * @param values arguments of the declared types
     */
    public Hint of(Object... values) {
        if (values.length != arguments.size()) {
            throw new IllegalArgumentException(this + " takes " + arguments);
        }
        return new Hint(this, List.of(values));
    }
}
