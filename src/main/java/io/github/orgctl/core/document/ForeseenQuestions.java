package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.SchemaMemory.Question;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the schema evaluations that planning and applying need, so that they can run together. */
final class ForeseenQuestions {
    private final Tx tx;
    private final Set<Question> questions = new LinkedHashSet<>();

    ForeseenQuestions(Tx tx) {
        this.tx = tx;
    }

    /** Policies of the documents' schemas and of the schemas they replace. */
    List<Question> of(DocumentSet documents, DocumentTargets targets) {
        for (ProjectDocument document : documents.projects()) {
            if (document.schema() != null) {
                Project before = targets.project(document);
                add(document.schema());
                add(before == null ? "" : tx.schemas().find(before.id()).orElse(""));
            }
        }
        return List.copyOf(questions);
    }

    private void add(String schema) {
        if (!schema.isEmpty()) {
            questions.add(new Question(schema, null, null));
        }
    }

    /** Violations of the resulting schemas by the current and the resulting values. */
    List<Question> of(PlannedWork planned) {
        for (PlannedWork.OfProject project : planned.projects()) {
            String schema = schema(project);
            if (!schema.isEmpty()) {
                Map<Mode, Configuration> after = new EnumMap<>(Mode.class);
                project.environments().forEach(each -> after.put(each.mode(), each.values()));
                for (Mode mode : Mode.values()) {
                    Configuration before = before(project, mode);
                    questions.add(new Question(schema, mode, before));
                    Configuration then = after.get(mode);
                    questions.add(new Question(schema, mode, then == null ? before : then));
                }
            }
        }
        return new ArrayList<>(questions);
    }

    private String schema(PlannedWork.OfProject project) {
        if (project.schema() != null) {
            return project.schema();
        }
        return project.before() == null
                ? ""
                : tx.schemas().find(project.before().id()).orElse("");
    }

    private Configuration before(PlannedWork.OfProject project, Mode mode) {
        if (project.before() == null) {
            return Configuration.EMPTY;
        }
        return tx.configurations()
                .current(
                        mode == Mode.LIVE
                                ? project.before().liveId()
                                : project.before().sandboxId());
    }
}
