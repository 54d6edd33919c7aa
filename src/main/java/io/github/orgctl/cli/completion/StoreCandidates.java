package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.completion.CandidateService;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.JdbcStore;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Consumer;

/** The candidates that are kept in the store, in the context of the line that is being completed. */
final class StoreCandidates implements Store.Work<Void> {
    /** Whoever presses TAB would rather have no candidates than wait for them. */
    private static final long WAIT_MILLIS = 500;

    private final Candidates candidates;
    private final Offers offers;
    private final CompletionLine line;
    private final Host host;
    private final Settings settings;
    private CandidateService names;

    StoreCandidates(Candidates candidates, Offers offers, CompletionLine line, Host host) {
        this.candidates = candidates;
        this.offers = offers;
        this.line = line;
        this.host = host;
        this.settings = new Settings(host, line.settings());
    }

    void collect() {
        try (Store store = JdbcStore.open(settings.store(), host.environment(), null, WAIT_MILLIS, true)) {
            store.inTx(Store.Purpose.READ, this);
        }
    }

    @Override
    public Void in(Tx transaction) {
        names = new CandidateService(transaction, settings.credentials(), settings.context(null), host.now());
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
        for (Slug name : names.pricePlans()) {
            offers.add(name.value());
        }
    }

    private void metrics() {
        for (Metric metric : names.metrics()) {
            offers.add(metric.name());
        }
    }

    private List<Slug> organizations(String suffix) {
        List<Slug> slugs = names.organizations(offers.prefix(), Offers.LIMIT);
        for (Slug slug : slugs) {
            offers.add(slug.value() + suffix);
        }
        return slugs;
    }

    private void deletedOrganizations() {
        names.deletedOrganizations().forEach(new Consumer<Organization>() {
            @Override
            public void accept(Organization organization) {
                offers.add(organization.slug().value(), organization.name().value());
            }
        });
    }

    /** Those of the current organization, or of the one in front of the slash. */
    private void projects() {
        String prefix = offers.prefix();
        int slash = prefix.indexOf('/');
        if (slash >= 0) {
            projectsOf(names.organization(prefix.substring(0, slash)), prefix.substring(0, slash + 1));
            return;
        }
        Organization current = names.currentOrganization();
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

    /** Projects of the current organization, and organizations with the projects of the only one that fits. */
    private void workplaces() {
        if (offers.prefix().indexOf('/') >= 0) {
            projects();
            return;
        }
        Organization current = names.currentOrganization();
        if (current != null) {
            projectsOf(current, "");
        }
        List<Slug> slugs = organizations("");
        if (slugs.size() == 1) {
            String slug = slugs.get(0).value();
            projectsOf(names.organization(slug), slug + "/");
        }
    }

    /** The keys of the environment that the line names, one segment further than what is typed. */
    private void keys(String suffix) {
        EnvironmentReference reference = line.environment() == null
                ? EnvironmentReference.current()
                : EnvironmentReference.parse(line.environment());
        Mode mode = line.mode() == null ? null : Mode.parse(line.mode());
        NavigableSet<Key> keys = names.keys(reference.withMode(mode));
        for (String offer : Segments.of(keys, offers.prefix())) {
            offers.add(offer.endsWith(".") ? offer : offer + suffix);
        }
    }

    /**
     * @param status that they have to have, or null for any
     */
    private void members(MemberStatus status) {
        names.members().forEach(member -> {
            if (status == null || member.status() == status) {
                offers.add(member.email().value(), member.role().toString());
            }
        });
    }

    /** By name, or by id where a shell would have to quote the name. */
    private void tokens() {
        names.tokens().forEach(token -> {
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

    /**
     * @param start what stands in front of the project's slug
     */
    private void projectsOf(Organization organization, String start) {
        if (candidates == Candidates.DELETED_PROJECT) {
            deletedProjectsOf(organization.id(), start);
            return;
        }
        String slugStart = offers.prefix().startsWith(start) ? offers.prefix().substring(start.length()) : "";
        for (Slug slug : names.projects(organization.id(), slugStart, Offers.LIMIT)) {
            if (candidates == Candidates.ENVIRONMENT && !line.namesMode()) {
                offerModes(start + slug.value());
            } else {
                offers.add(start + slug.value());
            }
        }
    }

    private void deletedProjectsOf(Id organization, String start) {
        names.deletedProjects(organization).forEach(new Consumer<Project>() {
            @Override
            public void accept(Project project) {
                offers.add(start + project.slug().value(), project.name().value());
            }
        });
    }

    private void offerModes(String project) {
        for (Mode mode : Mode.values()) {
            offers.add(project + ":" + mode);
        }
    }
}
