package io.github.orgctl.core.completion;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;

/**
 * Names that can complete a command line: only of what the acting identity may see. Lists without an index by their
 * beginnings are cut at 10,000 rows, since completion has to be quick.
 */
public final class CandidateService {
    private static final long LONG_LIST = 10_000;

    private final Tx tx;
    private final Access access;
    private final Resolver resolver;

    /**
     * @param credentials who acts
     * @param context context of the command line
     */
    public CandidateService(Tx tx, Credentials credentials, Context context, Instant now) {
        this.tx = tx;
        this.access = new Access(tx, credentials, now);
        this.resolver = new Resolver(tx, context, access);
    }

    /** Slugs of organizations that begin with a prefix, at most {@code limit}. */
    public List<Slug> organizations(String prefix, int limit) {
        return tx.organizations().slugs(access.scope(), prefix, limit);
    }

    /** Organizations in the trash. */
    public Listing<Organization> deletedOrganizations() {
        return tx.organizations().list(access.scope(), firstPage(), true);
    }

    /** The current organization, or null where none is selected or it does not exist. */
    public Organization currentOrganization() {
        try {
            return resolver.organization(null, Action.PROJECT_LIST);
        } catch (Failure none) {
            return null;
        }
    }

    /**
     * The organization of that slug or id.
     *
     * @throws Failure as {@link Resolver} does
     */
    public Organization organization(String reference) {
        return resolver.organization(OrganizationReference.parse(reference), Action.PROJECT_LIST);
    }

    /** Slugs of an organization's projects that begin with a prefix, at most {@code limit}. */
    public List<Slug> projects(Id organization, String prefix, int limit) {
        return tx.projects().slugs(within(organization), prefix, limit);
    }

    /** Projects of an organization that are in the trash. */
    public Listing<Project> deletedProjects(Id organization) {
        return tx.projects().list(within(organization), firstPage(), true);
    }

    /**
     * The keys of an environment.
     *
     * @throws Failure as {@link Resolver} does
     */
    public NavigableSet<Key> keys(EnvironmentReference reference) {
        Environment environment = resolver.environment(reference, Action.CONFIG_LIST);
        return tx.configurations().current(environment.id()).values().navigableKeySet();
    }

    /**
     * Members of the current organization.
     *
     * @throws Failure as {@link Resolver} does
     */
    public Listing<Member> members() {
        Organization organization = resolver.organization(null, Action.MEMBER_LIST);
        return tx.members().list(organization.id(), firstPage());
    }

    /**
     * Active tokens of the current organization.
     *
     * @throws Failure as {@link Resolver} does
     */
    public Listing<Token> tokens() {
        Organization organization = resolver.organization(null, Action.TOKEN_LIST);
        return tx.tokens().list(organization.id(), firstPage(), false);
    }

    /** Names of price plans. */
    public List<Slug> pricePlans() {
        return tx.plans().names();
    }

    /** Metrics that usage was recorded for. */
    public Iterable<Metric> metrics() {
        return tx.usage().metrics(access.scope(Action.BILLING_USAGE_LIST));
    }

    private AccessScope within(Id organization) {
        return access.scope().within(organization);
    }

    private static <T> Page<T> firstPage() {
        return new Page<>(LONG_LIST, null, null);
    }
}
