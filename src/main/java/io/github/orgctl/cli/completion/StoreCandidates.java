package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.JdbcStore;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Consumer;

/** The candidates that are kept in the store, in the context of the line that is being completed. */
final class StoreCandidates implements Store.Work<Void> {
    /** Maximum number of rows scanned without an index on name prefixes. */
    private static final long LONG_LIST = 10_000;

    /** Whoever presses TAB would rather have no candidates than wait for them. */
    private static final long WAIT_MILLIS = 500;

    private final Candidates candidates;
    private final Offers offers;
    private final CompletionLine line;
    private final Host host;
    private final Settings settings;
    private Tx tx;
    private Access access;
    private Resolver resolver;

    StoreCandidates(Candidates candidates, Offers offers, CompletionLine line, Host host) {
        this.candidates = candidates;
        this.offers = offers;
        this.line = line;
        this.host = host;
        this.settings = new Settings(host, line.settings());
    }

    void collect() {
        try (Store store = JdbcStore.open(settings.store(), host.environment(), null, WAIT_MILLIS)) {
            store.inTx(Store.Purpose.READ, this);
        }
    }

    @Override
    public Void in(Tx transaction) {
        tx = transaction;
        access = new Access(tx, settings.credentials(), host.now());
        resolver = new Resolver(tx, settings.context(null), access);
        switch (candidates) {
            case ORGANIZATION -> organizations("");
            case DELETED_ORGANIZATION -> deletedOrganizations();
            case PROJECT, DELETED_PROJECT -> projects();
            case ENVIRONMENT -> environments();
            case WORKPLACE -> workplaces();
            case MEMBER -> members(null);
            case INVITED -> members(MemberStatus.INVITED);
            case KEY -> keys("");
            case ASSIGNMENT -> keys("=");
            case TOKEN -> tokens();
            case PLAN -> plans();
            case METRIC -> metrics();
            default -> throw new IllegalArgumentException();
        }
        return null;
    }

    private void plans() {
        for (Slug name : tx.plans().names()) {
            offers.add(name.value());
        }
    }

    private void metrics() {
        for (Metric metric : tx.usage().metrics(access.scope(Action.BILLING_USAGE_LIST))) {
            offers.add(metric.name());
        }
    }

    private List<Slug> organizations(String suffix) {
        List<Slug> slugs = tx.organizations().slugs(access.scope(), offers.prefix(), Offers.LIMIT);
        for (Slug slug : slugs) {
            offers.add(slug.value() + suffix);
        }
        return slugs;
    }

    private void deletedOrganizations() {
        tx.organizations()
                .list(access.scope(), new Page<>(LONG_LIST, null, null), true)
                .forEach(new Consumer<Organization>() {
                    @Override
                    public void accept(Organization organization) {
                        offers.add(
                                organization.slug().value(), organization.name().value());
                    }
                });
    }

    /** Those of the current organization, or of the one in front of the slash. */
    private void projects() {
        String prefix = offers.prefix();
        int slash = prefix.indexOf('/');
        if (slash >= 0) {
            projectsOf(named(prefix.substring(0, slash)), prefix.substring(0, slash + 1));
            return;
        }
        Organization current = current();
        if (current != null) {
            projectsOf(current, "");
        }
        // Only where no project fits, so that the current organization's projects don't drown in the others' names.
        if (offers.isEmpty() && line.settings().get(Setting.ORG) == null) {
            organizations("/");
        }
    }

    /** Projects with each mode behind them, unless the mode is named apart; behind a colon the modes alone. */
    private void environments() {
        String prefix = offers.prefix();
        int colon = prefix.indexOf(':');
        if (colon >= 0) {
            offerModes(prefix.substring(0, colon));
        } else {
            projects();
        }
    }

    /** Organizations, and the projects of the only one that fits. */
    private void workplaces() {
        if (offers.prefix().indexOf('/') >= 0) {
            projects();
            return;
        }
        List<Slug> slugs = organizations("");
        if (slugs.size() == 1) {
            String slug = slugs.get(0).value();
            projectsOf(named(slug), slug + "/");
        }
    }

    /** The keys of the environment that the line names, one segment further than what is typed. */
    private void keys(String suffix) {
        EnvironmentReference reference = line.environment() == null
                ? EnvironmentReference.current()
                : EnvironmentReference.parse(line.environment());
        Mode mode = line.mode() == null ? null : Mode.parse(line.mode());
        Environment environment = resolver.environment(reference.withMode(mode), Action.CONFIG_LIST);
        NavigableSet<Key> keys =
                tx.configurations().current(environment.id()).values().navigableKeySet();
        for (String offer : Segments.of(keys, offers.prefix())) {
            offers.add(offer.endsWith(".") ? offer : offer + suffix);
        }
    }

    /**
     * @param status that they have to have, or null for any
     */
    private void members(MemberStatus status) {
        Organization organization = resolver.organization(null, Action.MEMBER_LIST);
        tx.members().list(organization.id(), new Page<>(LONG_LIST, null, null)).forEach(member -> {
            if (status == null || member.status() == status) {
                offers.add(member.email().value(), member.role().toString());
            }
        });
    }

    /** By name, or by id where a shell would have to quote the name. */
    private void tokens() {
        Organization organization = resolver.organization(null, Action.TOKEN_LIST);
        tx.tokens()
                .list(organization.id(), new Page<>(LONG_LIST, null, null), false)
                .forEach(token -> {
                    if (isPlain(token.name().value())) {
                        offers.add(token.name().value(), token.role().toString());
                    } else {
                        offers.add(token.id().value(), token.name().value());
                    }
                });
    }

    private static boolean isPlain(String word) {
        return word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private Organization named(String organization) {
        return resolver.organization(OrganizationReference.parse(organization), Action.PROJECT_LIST);
    }

    /** The current organization, or null where none is chosen or the chosen one is gone. */
    private Organization current() {
        try {
            return resolver.organization(null, Action.PROJECT_LIST);
        } catch (Failure none) {
            return null;
        }
    }

    /**
     * @param start what stands in front of the project's slug
     */
    private void projectsOf(Organization organization, String start) {
        if (candidates == Candidates.DELETED_PROJECT) {
            deletedProjectsOf(organization.id(), start);
            return;
        }
        String slugStart = offers.prefix().startsWith(start) ? offers.prefix().substring(start.length()) : "";
        for (Slug slug : tx.projects().slugs(scope(organization.id()), slugStart, Offers.LIMIT)) {
            if (candidates == Candidates.ENVIRONMENT && !line.namesMode()) {
                offerModes(start + slug.value());
            } else {
                offers.add(start + slug.value());
            }
        }
    }

    private void deletedProjectsOf(Id organization, String start) {
        tx.projects()
                .list(scope(organization), new Page<>(LONG_LIST, null, null), true)
                .forEach(new Consumer<Project>() {
                    @Override
                    public void accept(Project project) {
                        offers.add(
                                start + project.slug().value(), project.name().value());
                    }
                });
    }

    private AccessScope scope(Id organization) {
        return access.scope().within(organization);
    }

    private void offerModes(String project) {
        for (Mode mode : Mode.values()) {
            offers.add(project + ":" + mode);
        }
    }
}
