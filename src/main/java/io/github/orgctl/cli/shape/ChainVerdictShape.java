package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.audit.ChainVerdict;
import java.util.List;

public final class ChainVerdictShape extends Shape<ChainVerdict> {
    public static final ChainVerdictShape CHAIN_VERDICT = new ChainVerdictShape();

    private enum Column implements Field<ChainVerdict> {
        ORGANIZATION(ESSENTIAL),
        OK(ESSENTIAL),
        EVENTS(USEFUL),
        KEPT_HEAD(MINOR),
        BROKEN_AT(USEFUL),
        PROBLEM(ESSENTIAL),
        ORGANIZATION_ID(MINOR),
        HEAD(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(ChainVerdict verdict) {
            return switch (this) {
                case ORGANIZATION -> verdict.organization();
                case OK -> verdict.ok();
                case EVENTS -> verdict.events();
                case KEPT_HEAD -> verdict.keptHead();
                case BROKEN_AT -> verdict.brokenAt();
                case PROBLEM -> verdict.problem();
                case ORGANIZATION_ID -> verdict.organizationId();
                case HEAD -> verdict.head();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public boolean wraps() {
            return this == PROBLEM;
        }

        @Override
        public Tone tone(ChainVerdict verdict) {
            if (this != OK) {
                return Tone.PLAIN;
            }
            return verdict.ok() ? Tone.GOOD : Tone.BAD;
        }
    }

    private ChainVerdictShape() {
        super("chain", List.of(Column.values()));
    }

    @Override
    public String id(ChainVerdict verdict) {
        return verdict.organizationId();
    }
}
