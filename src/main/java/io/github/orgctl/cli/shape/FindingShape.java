package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.store.Finding;
import java.util.List;

public final class FindingShape extends Shape<Finding> {
    public static final FindingShape FINDING = new FindingShape();

    private enum Column implements Field<Finding> {
        CHECK,
        OK,
        DETAIL;

        @Override
        public Object of(Finding finding) {
            return switch (this) {
                case CHECK -> finding.check();
                case OK -> finding.ok();
                case DETAIL -> finding.detail();
            };
        }

        @Override
        public boolean inTable() {
            return true;
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

    /** Remedies are never cut. */
    @Override
    public boolean mayBeCut() {
        return false;
    }

    @Override
    public String id(Finding finding) {
        return finding.check();
    }
}
