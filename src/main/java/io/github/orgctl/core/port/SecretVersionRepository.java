package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.SecretRename;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.value.Id;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Stores the versions of secrets and the policy of each secret. */
public interface SecretVersionRepository {
    /** All stored versions of a secret, newest first. */
    List<SecretVersion> all(Id environmentId, Key key);

    /** Newest version of each secret that has earlier versions or was removed. */
    Map<Key, Long> newest(Id environmentId);

    /** Version of each secret at a revision of the environment, if it is still stored. */
    Map<Key, Secret> at(Id environmentId, long revision);

    /**
     * Revisions since the given one that removed one secret and added one, in order. Every rename is among them; so is a
     * change that happens to look like one.
     */
    List<SecretRename> renamesSince(Id environmentId, long revision);

    /**
     * Moves versions of a secret to another key. Each keeps the revision that made it; a version that is current under
     * the other key already takes over that revision.
     *
     * @param versions what each is under the other key, by its number so far
     */
    void move(Id environmentId, Key key, NavigableMap<Long, Secret> versions);

    /**
     * Deletes the earlier versions of a secret up to and including a version.
     *
     * @return number of deleted versions
     */
    long deleteUpTo(Id environmentId, Key key, long version);

    /** Policies of the environment's secrets; secrets without one are omitted. */
    Map<Key, SecretPolicy> policies(Id environmentId);

    /** Environments with a secret that expires or is due for rotation, including those of projects in the trash. */
    List<Id> environmentsWithDates();

    void put(Id environmentId, Key key, SecretPolicy policy);

    void deletePolicy(Id environmentId, Key key);
}
