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

/** Where the configurations of environments are kept, with all that they ever were. */
public interface ConfigurationRepository {
    /** The environment's values as they are. */
    Configuration current(Id environmentId);

    /** The environment's values as they were with that revision, which is one it has had. */
    public Configuration at(Id environmentId, long revision);

    /** The environment's value for a key, if it has one. */
    Optional<Value> find(Id environmentId, Key key);

    /**
     * Makes the changes, and keeps them in the history.
     *
     * @param environment as it is with the changes: its revision and the time of its change are written
     * @param revision whose number is the environment's; its keys are not looked at
     * @param proof null where there is none
     */
    void revise(Environment environment, Revision revision, RevisionProof proof, List<KeyChange> changes);

    /** What each environment of an organization holds, those in the trash included, beside what is recorded of it. */
    List<RecordedState> states(Id organizationId);

    /** The environment's changes, the last one first or in the page's order. */
    Listing<Revision> history(Id environmentId, Page<Revision> page);

    /** One change of the environment, if there was one with this number. */
    Optional<Revision> findRevision(Id environmentId, long number);
}
