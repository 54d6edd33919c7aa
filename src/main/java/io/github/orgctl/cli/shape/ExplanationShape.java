package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.access.Explanation;
import java.util.List;

public final class ExplanationShape extends Shape<Explanation> {
    public static final ExplanationShape EXPLANATION = new ExplanationShape();

    private enum Column implements Field<Explanation> {
        ALLOWED(ESSENTIAL),
        WHO(USEFUL),
        ACTION(USEFUL),
        TARGET(USEFUL),
        STATUS(USEFUL),
        ROLE(USEFUL),
        RULE(USEFUL),
        LOWEST_ROLE(USEFUL),
        REASON(ESSENTIAL),
        REMEDY(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Explanation explanation) {
            return switch (this) {
                case ALLOWED -> explanation.allowed();
                case WHO -> explanation.who();
                case ACTION -> explanation.action();
                case TARGET -> explanation.target();
                case STATUS -> explanation.status();
                case ROLE -> explanation.role();
                case RULE -> explanation.rule();
                case LOWEST_ROLE -> explanation.lowest();
                case REASON -> explanation.reason();
                case REMEDY -> HintSpelling.ofAlternatives(explanation.suggestions());
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public boolean wraps() {
            return this == REASON || this == REMEDY;
        }

        @Override
        public Tone tone(Explanation explanation) {
            if (this != ALLOWED) {
                return Tone.PLAIN;
            }
            return explanation.allowed() ? Tone.GOOD : Tone.BAD;
        }
    }

    private ExplanationShape() {
        super("explanation", List.of(Column.values()));
    }

    @Override
    public String id(Explanation explanation) {
        return explanation.allowed() ? "yes" : "no";
    }
}
