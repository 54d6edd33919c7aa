package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL conditions that preselect rows which may contain a search text. SQL can't decide it exactly, because each
 * database folds case its own way. All agree on ASCII; any non-ASCII character is treated as a possible match.
 */
final class SearchCondition {
    private static final String ESCAPED = " ? ESCAPE '\\'";

    private final String like;
    private final List<String> parameters = new ArrayList<>();

    /**
     * @param like operator that ignores the case of ASCII letters
     */
    SearchCondition(String like) {
        this.like = like;
    }

    /** Condition that one of the columns may contain the text. */
    String anyOf(SearchText text, String... columns) {
        return any(text, text.folded(), columns);
    }

    /** Condition that a JSON value may contain the text. */
    String anyJsonOf(SearchText text, String column) {
        return any(text, plainPart(text.folded()), column);
    }

    /** Condition that a key may match a pattern. */
    String pattern(KeyPattern pattern, String column) {
        parameters.add(escaped(pattern.text()).replace('*', '%').replace('?', '_'));
        return column + " " + like + ESCAPED;
    }

    /** Prepares the query with the parameters of all conditions, in the order in which they were created. */
    Sql query(Connection connection, String text) {
        Sql query = new Sql(connection, text);
        parameters.forEach(query::with);
        return query;
    }

    private String any(SearchText text, String part, String... columns) {
        StringBuilder condition = new StringBuilder("(");
        for (String column : columns) {
            condition.append(condition.length() == 1 ? "" : " OR ");
            if (text.isAscii()) {
                condition
                        .append(column)
                        .append(' ')
                        .append(like)
                        .append(ESCAPED)
                        .append(" OR ");
                parameters.add("%" + escaped(part) + "%");
            }
            condition
                    .append("length(")
                    .append(column)
                    .append(") <> octet_length(")
                    .append(column)
                    .append(')');
        }
        return condition.append(')').toString();
    }

    /** The longest part without characters that JSON escapes. */
    private static String plainPart(String text) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) < ' ' || text.charAt(i) == '"' || text.charAt(i) == '\\') {
                longest = i - start > longest.length() ? text.substring(start, i) : longest;
                start = i + 1;
            }
        }
        return longest;
    }

    /** The text with wildcards escaped. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
