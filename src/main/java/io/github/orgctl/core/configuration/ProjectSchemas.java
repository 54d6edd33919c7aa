package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.ResolvedConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the schemas of projects demand. What a project without one costs is one look for it; a schema that is needed
 * several times in a run is understood once.
 */
public final class ProjectSchemas {
    private static final int TOLD = 20;

    private final UnitOfWork work;
    private final Tx tx;
    private final SchemaMemory memory;
    private final boolean change;
    private final Function<String, ProjectSchema> reader;
    private String understoodText;
    private SchemaRules understood;

    /**
     * @param memory of the command
     * @param change whether the transaction may change the store, so that others wait for it
     */
    public ProjectSchemas(UnitOfWork work, SchemaMemory memory, boolean change) {
        this.work = work;
        this.tx = work.tx();
        this.memory = memory;
        this.change = change;
        this.reader = memory.within(change);
    }

    /** The rules of the project's schema, if it has one. */
    Optional<SchemaRules> of(Id projectId) {
        return tx.schemas().find(projectId).map(this::understood);
    }

    /**
     * @throws Failure USAGE when the text is not a schema
     */
    public SchemaRules understood(String text) {
        if (!text.equals(understoodText)) {
            understood = new SchemaRules(reader.apply(text));
            understoodText = text;
        }
        return understood;
    }

    /**
     * What a schema says by its places, which are JSON pointers: each rule as JSON.
     *
     * @throws Failure USAGE when the text is not JSON
     */
    public NavigableMap<String, String> parts(String text) {
        return memory.parts(text);
    }

    /** Has many questions answered at once that are going to be asked. */
    public void foresee(List<SchemaMemory.Question> questions) {
        memory.foresee(questions, change);
    }

    /** What the project's schema says of keys beyond their values; nothing where it has none. */
    public KeyPolicies policies(Id projectId) {
        return of(projectId).map(SchemaRules::policies).orElseGet(() -> new KeyPolicies(List.<KeyPolicy>of()));
    }

    /**
     * @throws Failure RULE when the change of the environment would add a violation, naming all of them
     */
    void check(Environment environment, Configuration before, Configuration after) {
        Optional<SchemaRules> rules = of(environment.projectId());
        if (rules.isPresent()) {
            ResolvedConfiguration other =
                    current(environment.projectId(), environment.mode().other());
            ResolvedConfiguration then = ResolvedConfiguration.of(work, environment, after);
            ResolvedConfiguration now = ResolvedConfiguration.of(work, environment, before);
            refuse(
                    judged(rules.get().added(environment.mode(), now.values(), then.values(), other.values()), then),
                    environment.reference() + " would violate the project's schema",
                    Advice.SHOW_SCHEMA.of(environment.organization() + "/" + environment.project()));
        }
    }

    /**
     * Everything that breaks the rules now.
     *
     * @param mode of one environment only, or null for both
     */
    public List<Violation> violations(SchemaRules rules, Id projectId, Mode mode) {
        List<Violation> violations = new ArrayList<>();
        for (Mode each : Mode.values()) {
            if (mode == null || mode == each) {
                ResolvedConfiguration current = current(projectId, each);
                ResolvedConfiguration other = current(projectId, each.other());
                violations.addAll(judged(rules.violations(each, current.values(), other.values()), current));
            }
        }
        return violations;
    }

    /**
     * @throws Failure RULE when there are violations; the message tells what would happen and then all of them, up to
     *     a number that can still be read
     */
    public static void refuse(List<Violation> violations, String what, Hint hint) {
        if (violations.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(what);
        String separator = ": ";
        for (Violation violation : violations.subList(0, Math.min(TOLD, violations.size()))) {
            message.append(separator).append(violation);
            separator = "; ";
        }
        int left = violations.size() - TOLD;
        message.append(left > 0 ? "; and " + left + " more" : "");
        throw new Failure(Failure.Kind.RULE, message.toString(), hint);
    }

    /** Violations without those of templates of which is not known what they resolve to. */
    private static List<Violation> judged(List<Violation> violations, ResolvedConfiguration configuration) {
        return configuration.unresolved().isEmpty()
                ? violations
                : violations.stream()
                        .filter(violation -> !configuration.isUnresolved(violation.key()))
                        .toList();
    }

    private ResolvedConfiguration current(Id projectId, Mode mode) {
        return tx.environments()
                .find(projectId, mode)
                .map(environment -> ResolvedConfiguration.of(
                        work, environment, tx.configurations().current(environment.id())))
                .orElse(new ResolvedConfiguration(Configuration.EMPTY, Set.of()));
    }
}
