package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.configuration.SchemaMemory.Question;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is slow about schemas is done once, and while nobody waits for the store. */
class SchemaMemoryTest {
    private static final Question POLICIES = new Question("s", null, null);
    private static final Question VALUES = new Question("s", Mode.LIVE, Configuration.EMPTY);
    private static final Violation VIOLATION = new Violation(Mode.LIVE, "", "required", "misses a key");

    /** Reads any text, and writes down what it is asked for. */
    private static final class Reading implements SchemaReader {
        private final List<String> asked = new ArrayList<>();

        @Override
        public ProjectSchema read(String text) {
            asked.add("read " + text);
            return new ProjectSchema() {
                @Override
                public List<Violation> violations(Mode mode, Configuration configuration) {
                    asked.add("judge " + mode);
                    return List.of(VIOLATION);
                }

                @Override
                public List<KeyPolicy> policies() {
                    return List.of();
                }
            };
        }
    }

    private final Reading reading = new Reading();
    private final SchemaMemory memory = new SchemaMemory(reading);

    @Test
    void anAnswerIsFoundOnce() {
        ProjectSchema schema = memory.within(false).apply("s");
        for (int i = 0; i < 2; i++) {
            assertThat(schema.violations(Mode.LIVE, Configuration.EMPTY)).containsExactly(VIOLATION);
            assertThat(schema.policies()).isEmpty();
        }
        assertThat(reading.asked).containsExactly("read s", "judge live");
        schema.violations(Mode.SANDBOX, Configuration.EMPTY);
        assertThat(reading.asked).containsExactly("read s", "judge live", "judge sandbox");
    }

    @Test
    void whileOthersWaitNothingSlowIsDone() {
        ProjectSchema schema = memory.within(true).apply("s");
        catchThrowableOfType(OutsideTransaction.class, schema::policies).run();
        assertThat(schema.policies()).isEmpty();
        catchThrowableOfType(OutsideTransaction.class, () -> schema.violations(Mode.LIVE, Configuration.EMPTY))
                .run();
        assertThat(schema.violations(Mode.LIVE, Configuration.EMPTY)).containsExactly(VIOLATION);
        assertThat(reading.asked).containsExactly("read s", "judge live");
    }

    @Test
    void manyQuestionsAreAnsweredAtOnce() {
        List<Question> questions = List.of(POLICIES, VALUES);
        assertThatCode(() -> memory.foresee(questions, false)).doesNotThrowAnyException();
        assertThat(reading.asked).isEmpty();
        catchThrowableOfType(OutsideTransaction.class, () -> memory.foresee(questions, true))
                .run();
        assertThat(reading.asked).containsExactly("read s", "judge live");
        assertThatCode(() -> memory.foresee(questions, true)).doesNotThrowAnyException();
        Question other = new Question("t", null, null);
        catchThrowableOfType(OutsideTransaction.class, () -> memory.foresee(List.of(VALUES, other), true))
                .run();
        assertThat(reading.asked).containsExactly("read s", "judge live", "read t");
        ProjectSchema schema = memory.within(true).apply("s");
        assertThat(schema.violations(Mode.LIVE, Configuration.EMPTY)).containsExactly(VIOLATION);
        assertThat(schema.policies()).isEmpty();
    }
}
