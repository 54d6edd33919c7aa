package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;

import io.github.orgctl.core.model.store.Finding;
import java.util.List;

public final class FindingShape extends Shape<Finding> {
    public static final FindingShape FINDING = new FindingShape();

    private enum Column implements Field<Finding> {
        CHECK(ESSENTIAL),
        OK(ESSENTIAL),
        DETAIL(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Finding finding) {
            return switch (this) {
                case CHECK -> finding.check();
                case OK -> finding.ok();
                case DETAIL -> finding.detail();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public boolean wraps() {
            return this == DETAIL;
        }

        @Override
        public Tone tone(Finding finding) {
            if (this != OK) {
                return Tone.PLAIN;
            }
            return finding.ok() ? Tone.GOOD : Tone.BAD;
        }
    }

    private FindingShape() {
        super("finding", List.of(Column.values()));
    }

    @Override
    public String id(Finding finding) {
        return finding.check();
    }
}
