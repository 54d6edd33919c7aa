package io.github.orgctl.cli.fallback;

import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;

/**
 * What a command asks a store for, as far as that can be told without the store. A snapshot is used only for the same
 * request.
 *
 * @param store address without a password
 * @param environment as the command and its context name it
 * @param identity who asks; of a token, its hash
 * @param selection which values, and for which command
 */
public record SnapshotRequest(String store, String environment, String identity, String selection) {
    public static SnapshotRequest of(
            String store, Context context, Credentials credentials, VariableSelection selection) {
        return new SnapshotRequest(
                store, environment(selection.environment(), context), identity(credentials), values(selection));
    }

    private static String environment(EnvironmentReference reference, Context context) {
        if (reference instanceof EnvironmentReference.ById byId) {
            return byId.id() + (byId.mode() == null ? "" : ":" + byId.mode());
        }
        ProjectReference named = ((EnvironmentReference.OfProject) reference).project();
        ProjectReference project = named == null ? context.project() : named;
        boolean inCurrent = project instanceof ProjectReference.BySlug && !project.namesOrganization();
        String organization = inCurrent && context.organization() != null ? context.organization() + "/" : "";
        Mode mode = reference.mode() == null ? context.mode() : reference.mode();
        return organization + project + (mode == null ? "" : ":" + mode);
    }

    private static String identity(Credentials credentials) {
        if (credentials.token() != null) {
            return "token " + credentials.token().hash();
        }
        return credentials.person() == null ? "operator" : "member " + credentials.person();
    }

    private static String values(VariableSelection selection) {
        return selection.action()
                + (selection.only() == null ? "" : ", only " + selection.only())
                + (selection.withSecrets() ? ", with secrets" : "");
    }

    /** Why a snapshot of another request can't be used, or null if it is the same. */
    String difference(SnapshotRequest other) {
        if (!store.equals(other.store)) {
            return "it is of the store " + other.store;
        }
        if (!environment.equals(other.environment)) {
            return "it is of " + other.environment + ", not of " + environment;
        }
        if (!identity.equals(other.identity)) {
            return "another identity made it";
        }
        return selection.equals(other.selection)
                ? null
                : "it holds other values (" + other.selection + "), not those of this command (" + selection + ")";
    }
}
