package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretProblem;
import io.github.orgctl.core.model.configuration.SecretProblem.Kind;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares the values of secrets without showing them. Whether two are equal is told only to who may reveal both, so only
 * those are compared that the acting identity may reveal.
 */
public final class SecretCheckService {
    /** A shorter value is found in too many texts, so that only a whole text is taken for it. */
    private static final int SHORTEST_PART = 8;

    private final Tx tx;
    private final Access access;
    private final Resolver resolver;
    private final SecretSeals seals;
    private final Instant now;

    /** A secret with its value, as long as the check takes. */
    private record Opened(Environment environment, Secret secret, String value) {
        private String place() {
            return environment.reference() + " " + secret.key();
        }

        /** Never the value. */
        @Override
        public String toString() {
            return place();
        }
    }

    public SecretCheckService(UnitOfWork work, Vault vault) {
        this.tx = work.tx();
        this.access = work.access();
        this.resolver = work.resolver();
        this.now = work.now();
        this.seals = new SecretSeals(work, vault, null);
    }

    /**
     * The problems of the encrypted secrets that the acting identity may reveal.
     *
     * @param olderThan how old a value may be, or null for any age
     * @param allOrganizations of all organizations instead of the current one
     * @throws io.github.orgctl.core.model.value.Failure FORBIDDEN when it may reveal none of the organization; DAMAGED when
     *     one can't be decrypted
     */
    public List<SecretProblem> problems(RotationPeriod olderThan, boolean allOrganizations) {
        List<Opened> secrets = opened(resolver.listed(allOrganizations, Action.SECRET_CHECK));
        List<SecretProblem> problems = new ArrayList<>();
        addEqual(secrets, problems);
        addReadable(secrets, problems);
        for (Opened each : secrets) {
            Instant valuedAt = each.secret.valuedAt();
            if (olderThan != null && !olderThan.after(valuedAt).isAfter(now)) {
                problems.add(problem(Kind.OLD, each, "since " + Timestamps.text(valuedAt)));
            }
        }
        Collections.sort(problems);
        return problems;
    }

    private List<Opened> opened(AccessScope scope) {
        List<Opened> opened = new ArrayList<>();
        for (Id id : tx.secrets().environmentsWithValues()) {
            Environment environment = tx.environments().find(id).orElse(null);
            if (environment != null
                    && scope.covers(environment)
                    && access.permits(Action.SECRET_REVEAL, Target.of(environment))) {
                for (Secret secret : tx.secrets().current(id).values()) {
                    if (!secret.isReference() && !secret.template()) {
                        opened.add(new Opened(environment, secret, seals.value(environment, secret)));
                    }
                }
            }
        }
        return opened;
    }

    private static void addEqual(List<Opened> secrets, List<SecretProblem> problems) {
        Map<String, List<Opened>> byValue = new HashMap<>();
        for (Opened each : secrets) {
            if (!each.value.isEmpty()) {
                byValue.computeIfAbsent(each.value, value -> new ArrayList<>()).add(each);
            }
        }
        for (List<Opened> equal : byValue.values()) {
            for (Opened each : equal) {
                addEqual(each, equal, problems);
            }
        }
    }

    private static void addEqual(Opened each, List<Opened> equal, List<SecretProblem> problems) {
        for (Opened other : equal) {
            boolean sameProject = each.environment.projectId().equals(other.environment.projectId());
            boolean crosses = each.environment.mode() == Mode.SANDBOX && other.environment.mode() == Mode.LIVE;
            if (sameProject && crosses) {
                problems.add(problem(Kind.SAME_IN_LIVE, each, other.place()));
            } else if (!sameProject) {
                problems.add(problem(Kind.REUSED, each, other.place()));
            }
        }
    }

    /** Values that stand in the configuration of an environment of their projects. */
    private void addReadable(List<Opened> secrets, List<SecretProblem> problems) {
        TreeSet<Id> projects = new TreeSet<>();
        secrets.forEach(each -> projects.add(each.environment.projectId()));
        for (Id project : projects) {
            for (Mode mode : Mode.values()) {
                tx.environments()
                        .find(project, mode)
                        .ifPresent(environment -> addReadable(environment, secrets, problems));
            }
        }
    }

    private void addReadable(Environment environment, List<Opened> secrets, List<SecretProblem> problems) {
        if (!access.permits(Action.CONFIG_GET, Target.of(environment))) {
            return;
        }
        tx.configurations().current(environment.id()).values().forEach((key, value) -> {
            String text = value.text();
            for (Opened each : secrets) {
                if (isIn(each.value, text)) {
                    problems.add(problem(Kind.IN_CONFIGURATION, each, environment.reference() + " " + key));
                }
            }
        });
    }

    private static boolean isIn(String secret, String text) {
        return secret.length() < SHORTEST_PART ? !secret.isEmpty() && text.equals(secret) : text.contains(secret);
    }

    private static SecretProblem problem(Kind kind, Opened secret, String detail) {
        return new SecretProblem(kind, secret.environment.reference(), secret.secret.key(), detail);
    }
}
