package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SchemaReader;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the schemas of projects demand. What a project without one costs is one look for it; a schema that is needed
 * several times in a run is understood once.
 */
public final class ProjectSchemas {
    private static final int TOLD = 20;

    private final Tx tx;
    private final SchemaMemory memory;
    private final boolean change;
    private final SchemaReader reader;
    private String understoodText;
    private SchemaRules understood;

    /**
     * @param memory of the command
     * @param change whether the transaction may change the store, so that others wait for it
     */
    public ProjectSchemas(Tx tx, SchemaMemory memory, boolean change) {
        this.tx = tx;
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
            understood = new SchemaRules(reader.read(text));
            understoodText = text;
        }
        return understood;
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
            Configuration other =
                    current(environment.projectId(), environment.mode().other());
            refuse(
                    rules.get().added(environment.mode(), before, after, other),
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
                violations.addAll(rules.violations(each, current(projectId, each), current(projectId, each.other())));
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

    private Configuration current(Id projectId, Mode mode) {
        return tx.environments()
                .find(projectId, mode)
                .map(environment -> tx.configurations().current(environment.id()))
                .orElse(Configuration.EMPTY);
    }
}
