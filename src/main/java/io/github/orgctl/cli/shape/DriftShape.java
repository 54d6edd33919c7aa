package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.organization.Drift;
import java.util.List;

public final class DriftShape extends Shape<Drift> {
    public static final DriftShape DRIFT = new DriftShape();

    private enum Column implements Field<Drift> {
        ORGANIZATION(MINOR),
        PROJECT(ESSENTIAL),
        DRIFT(ESSENTIAL),
        ADDED(USEFUL),
        REMOVED(USEFUL),
        CHANGED(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Drift drift) {
            return switch (this) {
                case ORGANIZATION -> drift.project().organization();
                case PROJECT -> drift.project().slug();
                case DRIFT -> drift.isNone() ? "same" : "differs";
                case ADDED -> drift.added();
                case REMOVED -> drift.removed();
                case CHANGED -> drift.changed();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public String header() {
            return this == ADDED ? "LIVE ONLY" : this == REMOVED ? "SANDBOX ONLY" : Field.super.header();
        }

        @Override
        public Tone tone(Drift drift) {
            return drift.isNone() ? Tone.FAINT : Tone.CAUTION;
        }
    }

    private DriftShape() {
        super("drift", List.of(Column.values()));
    }

    @Override
    public String id(Drift drift) {
        return drift.project().id().value();
    }

    @Override
    public String reference(Drift drift) {
        return drift.project().organization() + "/" + drift.project().slug();
    }
}
