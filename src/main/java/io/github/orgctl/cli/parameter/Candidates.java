package io.github.orgctl.cli.parameter;

import java.util.Locale;

/** Completion candidates for a value. */
public enum Candidates {
    /** None: free text. */
    NONE,
    ORGANIZATION,
    DELETED_ORGANIZATION,
    PROJECT,
    DELETED_PROJECT,
    ENVIRONMENT,
    /** An organization or a project. */
    WORKPLACE,
    /** A configuration key of the selected environment. */
    KEY,
    /** A key followed by {@code =}. */
    ASSIGNMENT,
    /** E-mail address of a member of the current organization. */
    MEMBER,
    /** E-mail address of a person invited to the current organization. */
    INVITED,
    INVITATION_STATUS,
    MODE,
    /** A token of the current organization. */
    TOKEN,
    /** An action, such as {@code config.set}. */
    ACTION,
    ROLE,
    /** A role that may be the minimum role for live. */
    LIVE_WRITES,
    /** A pattern of audited actions. */
    ACTION_PATTERN,
    FORMAT,
    EXPORT_FORMAT,
    IMPORT_FORMAT,
    DOCUMENT_FORMAT,
    PLAN_FORMAT,
    /** Comma-separated field names. */
    FIELD,
    /** A sort field with its direction. */
    ORDER,
    /** A price plan. */
    PLAN,
    /** A metric with recorded usage or a price. */
    METRIC,
    /** One of the last twelve months. */
    PERIOD,
    STATEMENT_FORMAT,
    ROW_FORMAT,
    BACKUP_FORMAT,
    COLOR,
    TIME_STYLE,
    PROMPT_STYLE,
    /** The key of a setting. */
    SETTING,
    /** An alias defined by the user. */
    ALIAS,
    SHELL,
    FILE;

    /** The word that identifies it in completion scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds candidates by that word. */
    public static Candidates named(String word) {
        for (Candidates candidates : values()) {
            if (candidates.word().equals(word)) {
                return candidates;
            }
        }
        return NONE;
    }
}
