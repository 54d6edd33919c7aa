package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Id;
import java.util.List;

/**
 * SQL conditions that restrict a list to an {@link AccessScope}, each starting with {@code AND}. Ids are inlined: they
 * consist of hexadecimal digits and hyphens only, and there may be more of them than a statement allows parameters.
 */
public final class Bounds {
    private Bounds() {}

    public static String ofOrganizations(AccessScope scope, String column) {
        List<Id> organizations = scope.organizations();
        if (organizations == null) {
            return "";
        }
        if (organizations.size() == 1) {
            return equal(column, organizations.get(0));
        }
        StringBuilder text = new StringBuilder(" AND ").append(column).append(" IN (");
        String separator = "";
        for (Id id : organizations) {
            text.append(separator).append('\'').append(id).append('\'');
            separator = ", ";
        }
        return text.append(organizations.isEmpty() ? "'')" : ")").toString();
    }

    /**
     * Whether the list covers a single organization. Its rows then need no ordering by organization, for which
     * PostgreSQL would sort them all.
     */
    public static boolean isOne(AccessScope scope) {
        return scope.organizations() != null && scope.organizations().size() == 1;
    }

    public static String ofProject(AccessScope scope, String column) {
        return scope.project() == null ? "" : equal(column, scope.project());
    }

    public static String ofMode(AccessScope scope, String column) {
        return scope.mode() == null ? "" : " AND " + column + " = '" + scope.mode() + "'";
    }

    private static String equal(String column, Id id) {
        return " AND " + column + " = '" + id + "'";
    }
}
