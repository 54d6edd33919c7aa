package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Id;
import java.util.List;

/**
 * Conditions that keep a list within an {@link AccessScope}, each behind an {@code AND}. Ids stand in them as they are: they can
 * hold nothing but hexadecimal digits and hyphens, and there may be more of them than a statement takes parameters.
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
