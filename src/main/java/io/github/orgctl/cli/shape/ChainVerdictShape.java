package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.audit.ChainVerdict;
import java.util.List;

public final class ChainVerdictShape extends Shape<ChainVerdict> {
    public static final ChainVerdictShape CHAIN_VERDICT = new ChainVerdictShape();

    private enum Column implements Field<ChainVerdict> {
        ORGANIZATION,
        OK,
        EVENTS,
        KEPT_HEAD,
        BROKEN_AT,
        PROBLEM,
        ORGANIZATION_ID,
        HEAD;

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
        public boolean inTable() {
            return this != HEAD;
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

    /** Problems are never cut. */
    @Override
    public boolean mayBeCut() {
        return false;
    }

    @Override
    public String id(ChainVerdict verdict) {
        return verdict.organizationId();
    }
}
