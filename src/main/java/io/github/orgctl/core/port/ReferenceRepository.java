package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Referrer;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.value.Id;
import java.util.Collection;
import java.util.List;

/** Where it is kept what templates refer to. Templates of projects in the trash are found, too. */
public interface ReferenceRepository {
    /** Says what a template refers to, instead of what it referred to; nothing where it is none. */
    void put(ValuePlace template, Collection<ValuePlace> targets);

    /** What refers to values of an environment, in the order of the targets. */
    List<Referrer> toEnvironment(Id environmentId);

    /** What refers from elsewhere to values of a project. */
    List<Referrer> toProject(Id projectId);

    /** What a project has that refers to values of other projects of its organization that are not in the trash. */
    List<Referrer> fromProject(Id projectId);

    /** What refers from elsewhere to values of an organization. */
    List<Referrer> toOrganization(Id organizationId);

    /** What refers to a key of any environment, in the order of the templates. */
    List<Referrer> toKey(Key key);
}
