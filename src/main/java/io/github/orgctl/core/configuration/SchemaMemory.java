package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;

/**
 * What one command has found out about schemas. A schema is somebody's program: it may take long, so that it is never run
 * within a transaction that others wait for, and a second look at the same values takes none.
 */
public final class SchemaMemory {
    private final SchemaReader reader;
    private final Map<String, ProjectSchema> schemas = new HashMap<>();
    private final Map<Question, List<Violation>> answers = new HashMap<>();

    public SchemaMemory(SchemaReader reader) {
        this.reader = reader;
    }

    /**
     * What is asked of a schema.
     *
     * @param configuration whose violations are asked for, or null for what the schema says of keys
     */
    public record Question(String schema, Mode mode, Configuration configuration) {}

    /**
     * Answers many questions at once, before they are asked: each that has to wait for the end of the transaction would
     * start it again.
     *
     * @param others whether others wait for the transaction
     */
    void foresee(List<Question> questions, boolean others) {
        List<Question> open = new ArrayList<>(questions);
        open.removeIf(question -> question.configuration() == null
                ? schemas.containsKey(question.schema())
                : answers.containsKey(question));
        if (others && !open.isEmpty()) {
            throw new OutsideTransaction(() -> open.forEach(this::settle));
        }
    }

    private void settle(Question question) {
        if (question.configuration() == null) {
            schema(question.schema());
        } else {
            answer(question);
        }
    }

    /**
     * Reads schemas when something is asked of them.
     *
     * @param others whether others wait for the transaction: what is not known yet then ends it, by
     *     {@link OutsideTransaction}
     */
    Function<String, ProjectSchema> within(boolean others) {
        return text -> new Remembered(text, others);
    }

    NavigableMap<String, String> parts(String text) {
        return reader.parts(text);
    }

    private ProjectSchema schema(String text) {
        return schemas.computeIfAbsent(text, reader::read);
    }

    private List<Violation> answer(Question question) {
        return answers.computeIfAbsent(
                question, asked -> schema(asked.schema()).violations(asked.mode(), asked.configuration()));
    }

    private final class Remembered implements ProjectSchema {
        private final String text;
        private final boolean others;

        private Remembered(String text, boolean others) {
            this.text = text;
            this.others = others;
        }

        @Override
        public List<KeyPolicy> policies() {
            if (others && !schemas.containsKey(text)) {
                throw new OutsideTransaction(() -> schema(text));
            }
            return schema(text).policies();
        }

        @Override
        public List<Violation> violations(Mode mode, Configuration configuration) {
            Question question = new Question(text, mode, configuration);
            if (others && !answers.containsKey(question)) {
                throw new OutsideTransaction(() -> answer(question));
            }
            return answer(question);
        }
    }
}
