package io.github.orgctl.cli.parameter;

import java.util.Locale;

/** Completion candidates for a value. */
public enum Candidates {
    /** Nothing: free text. */
    NONE,
    ORGANIZATION,
    DELETED_ORGANIZATION,
    PROJECT,
    DELETED_PROJECT,
    ENVIRONMENT,
    /** An organization or a project. */
    WORKPLACE,
    /** A key of the configuration of the environment that the line names. */
    KEY,
    /** A key with {@code =} behind it. */
    ASSIGNMENT,
    /** The address of a member of the current organization. */
    MEMBER,
    /** The address of somebody who is invited into the current organization. */
    INVITED,
    INVITATION_STATUS,
    MODE,
    /** A token of the current organization. */
    TOKEN,
    /** Something that can be done, such as {@code config.set}. */
    ACTION,
    ROLE,
    /** A role that may be the lowest to change live. */
    LIVE_WRITES,
    /** A pattern of actions that leave events. */
    ACTION_PATTERN,
    FORMAT,
    EXPORT_FORMAT,
    IMPORT_FORMAT,
    DOCUMENT_FORMAT,
    PLAN_FORMAT,
    /** Names of fields with commas between them. */
    FIELD,
    /** A field to sort by, with its direction. */
    ORDER,
    /** A plan of the price list. */
    PLAN,
    /** A metric that usage was recorded in, or that a plan has a price for. */
    METRIC,
    /** One of the last twelve months. */
    PERIOD,
    STATEMENT_FORMAT,
    ROW_FORMAT,
    COLOR,
    TIME_STYLE,
    /** The key of a setting. */
    SETTING,
    /** The name of one of the user's aliases. */
    ALIAS,
    SHELL,
    FILE;

    /** The word the completion scripts pass to name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Candidates named by a word. */
    public static Candidates named(String word) {
        for (Candidates candidates : values()) {
            if (candidates.word().equals(word)) {
                return candidates;
            }
        }
        return NONE;
    }
}
