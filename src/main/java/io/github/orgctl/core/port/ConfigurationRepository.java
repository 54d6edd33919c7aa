package io.github.orgctl.core.port;

import io.github.orgctl.core.model.audit.RecordedState;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.util.List;
import java.util.Optional;

/** Stores the configurations of environments with their full history. */
public interface ConfigurationRepository {
    /** Current values of the environment. */
    Configuration current(Id environmentId);

    /** Values of the environment at an existing revision. */
    public Configuration at(Id environmentId, long revision);

    /** Current value of a key, if any. */
    Optional<Value> find(Id environmentId, Key key);

    /**
     * Applies changes and adds them to the history.
     *
     * @param environment the environment after the changes; its revision and update time are written
     * @param revision its number is the environment's; its keys are ignored
     * @param proof may be null
     */
    void revise(Environment environment, Revision revision, RevisionProof proof, List<KeyChange> changes);

    /** Actual and recorded state of each environment of an organization, including those in the trash. */
    List<RecordedState> states(Id organizationId);

    /** Revisions of the environment, newest first or in the page's order. */
    Listing<Revision> history(Id environmentId, Page<Revision> page);

    /** Number of the environment's latest revision; 1 if it was never changed. */
    long lastChange(Id environmentId);

    /** Finds a revision by number. */
    Optional<Revision> findRevision(Id environmentId, long number);
}
