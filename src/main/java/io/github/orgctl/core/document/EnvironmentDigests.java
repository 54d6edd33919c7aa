package io.github.orgctl.core.document;

import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.audit.RecordedState;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Detects unchanged environments by digests, which are read for a whole organization at once. This is only an
 * optimization: environments that it can't confirm are compared.
 */
final class EnvironmentDigests {
    /** Number of projects from which on a single query for all is cheaper. */
    private static final int WORTHWHILE = 50;

    private final Tx tx;
    private final Map<Id, Map<String, String>> byOrganization = new HashMap<>();

    EnvironmentDigests(Tx tx) {
        this.tx = tx;
    }

    /**
     * @param projects number of projects of the organization that the documents mention
     */
    boolean isAs(EnvironmentDocument document, Project project, Mode mode, int projects) {
        if (projects < WORTHWHILE || document.configuration() == null || document.secrets() == null) {
            return false;
        }
        NavigableMap<Key, SecretMark> marks = new TreeMap<>();
        for (Map.Entry<Key, SecretDocument> secret : document.secrets().entrySet()) {
            if (secret.getValue().reference() == null) {
                return false;
            }
            marks.put(
                    secret.getKey(),
                    new SecretMark(secret.getValue().reference().toString()));
        }
        String digest = digests(project.organizationId()).get(project.id() + ":" + mode);
        return EnvironmentDigest.of(new Configuration(document.configuration()), marks)
                .equals(digest);
    }

    private Map<String, String> digests(Id organization) {
        return byOrganization.computeIfAbsent(organization, id -> {
            Map<String, String> digests = new HashMap<>();
            for (RecordedState state : tx.configurations().states(id)) {
                digests.put(state.projectId() + ":" + state.mode(), state.digest());
            }
            return digests;
        });
    }
}
