package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.access.Rights;
import java.util.List;

public final class RightsShape extends Shape<Rights> {
    /** Somebody's rights in one place after the other. */
    public static final RightsShape BY_PLACE = new RightsShape(false);

    /** The rights of one member after the other in one place. */
    public static final RightsShape BY_MEMBER = new RightsShape(true);

    private final boolean byMember;

    private enum Column implements Field<Rights> {
        MEMBER(ESSENTIAL),
        ORGANIZATION(MINOR),
        PROJECT(ESSENTIAL),
        ROLE(ESSENTIAL),
        STATUS(ON_REQUEST),
        CAN(USEFUL),
        SANDBOX(ESSENTIAL),
        LIVE(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Rights rights) {
            return switch (this) {
                case MEMBER -> rights.member();
                case ORGANIZATION -> rights.organization();
                case PROJECT -> rights.project();
                case ROLE -> rights.role();
                case STATUS -> rights.status();
                case CAN -> rights.can();
                case SANDBOX -> rights.sandbox();
                case LIVE -> rights.live();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private RightsShape(boolean byMember) {
        super("access", List.of(Column.values()));
        this.byMember = byMember;
    }

    @Override
    public String id(Rights rights) {
        if (byMember) {
            return rights.member();
        }
        return rights.project() == null
                ? rights.organization().value()
                : rights.organization() + "/" + rights.project();
    }
}
