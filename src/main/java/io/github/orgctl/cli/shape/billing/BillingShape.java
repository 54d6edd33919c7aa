package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.billing.BillingOverview;
import io.github.orgctl.core.model.billing.Pause;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import java.util.ArrayList;
import java.util.List;

public final class BillingShape extends Shape<BillingOverview> {
    public static final BillingShape BILLING = new BillingShape();

    private enum Column implements Field<BillingOverview> {
        ORGANIZATION(ESSENTIAL),
        PLAN(ESSENTIAL),
        CURRENCY(USEFUL),
        EMAIL(USEFUL),
        LEGAL_NAME(USEFUL),
        ADDRESS(MINOR),
        TAX_ID(MINOR),
        TRIAL_END(USEFUL),
        PAYMENT_DAYS(MINOR),
        DISCOUNT(USEFUL),
        PLANS(MINOR),
        PAUSES(ON_REQUEST),
        ORGANIZATION_ID(ON_REQUEST),
        REVISION(ON_REQUEST),
        UPDATED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(BillingOverview row) {
            return switch (this) {
                case ORGANIZATION -> row.account().organization();
                case PLAN -> row.plan().plan();
                case CURRENCY -> row.plan().currency();
                case EMAIL -> row.account().email();
                case LEGAL_NAME -> row.account().legalName();
                case ADDRESS -> row.account().address();
                case TAX_ID -> row.account().taxId();
                case TRIAL_END -> row.account().trialEnd();
                case PAYMENT_DAYS -> row.account().paymentDays();
                case DISCOUNT -> row.account().discount();
                case PLANS -> plans(row);
                case PAUSES -> pauses(row);
                case ORGANIZATION_ID -> row.account().organizationId();
                case REVISION -> row.account().revision();
                case UPDATED_AT -> row.account().updatedAt();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        /** Price plan assignments with their first day: {@code 2026-11-01=standard}. */
        private static List<String> plans(BillingOverview row) {
            List<String> plans = new ArrayList<>();
            for (PricePlanAssignment assignment : row.account().assignments()) {
                plans.add(assignment.from() + "=" + assignment.plan());
            }
            return plans;
        }

        /** Periods in the trash: {@code 2026-11-01..2026-11-30}, inclusive. */
        private static List<String> pauses(BillingOverview row) {
            List<String> pauses = new ArrayList<>();
            for (Pause pause : row.account().pauses()) {
                pauses.add(pause.from() + ".."
                        + (pause.to() == null ? "" : pause.to().minusDays(1)));
            }
            return pauses;
        }
    }

    private BillingShape() {
        super("billing account", List.of(Column.values()));
    }

    @Override
    public String id(BillingOverview row) {
        return row.account().organizationId().value();
    }
}
