package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.PlannedChangeShape.PLANNED_CHANGE;

import io.github.orgctl.cli.document.SavedPlanFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.DocumentScope;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.AgreedChangeVerb;
import io.github.orgctl.cli.verb.change.PlannedReply;
import io.github.orgctl.core.document.AppliedPlan;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlanRequest;
import io.github.orgctl.core.document.SavedPlan;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import java.util.Optional;

public final class ApplyCommand extends Noun {
    private static final String SUMMARY = "Apply documents or a saved plan";

    public ApplyCommand() {
        super("apply", SUMMARY, new Apply());
    }

    private static final class Apply extends AgreedChangeVerb<ChangePlan> {
        private final Parameter<String> file = optional(
                Types.file().labelled("PLAN"), "Plan saved by orgctl plan --out PLAN, or - for standard input");
        private final DocumentScope scope = documentScope();
        private final Parameter<Description> message =
                option("-m", "--message", ResourceTypes.description(), "Message for the history of environments");
        private SavedPlan saved;

        Apply() {
            super("", SUMMARY, PLANNED_CHANGE);
            referenceTimeoutOption();
            details(
                    "Shows the plan and asks on a terminal; elsewhere --yes is required. All of it is one transaction. A saved plan does what it showed or nothing: it is refused if"
                            + " anything that it changes was changed since.");
            example("Show the plan, ask, and apply it", "orgctl apply -f acme.yaml");
            example(
                    "Change live as well, without a prompt",
                    "orgctl apply -f config/ --allow-live --yes -m \"Release 7\"");
            example("Apply a saved plan that was reviewed", "orgctl apply release.plan --yes");
        }

        @Override
        protected void read(Input input) {
            if (file.isGiven()) {
                if (scope.isAnyGiven() || message.isGiven()) {
                    throw Failure.usage(
                            "a saved plan already says what to apply", "leave out everything but " + file.value());
                }
                saved = SavedPlanFile.load(input, file.value());
            } else if (scope.isGiven()) {
                scope.read(input);
            } else {
                throw Failure.usage("there is nothing to apply", "name a saved plan, or documents with -f");
            }
        }

        @Override
        protected ChangePlan plan(Services services) {
            return saved == null
                    ? services.documents().compare(request(services))
                    : services.documents().compare(saved);
        }

        @Override
        protected Optional<String> question(ChangePlan plan) {
            boolean askable = !plan.isEmpty() && plan.closed().isEmpty();
            return askable ? Optional.of("Apply these changes?") : Optional.empty();
        }

        @Override
        protected Reply preview(ChangePlan plan) {
            return PlannedReply.of(plan);
        }

        @Override
        protected Reply execute(Services services) {
            AppliedPlan applied = saved != null
                    ? services.documents().apply(saved, approval())
                    : services.documents().apply(request(services), approval());
            return PlannedReply.of(applied);
        }

        private PlanRequest request(Services services) {
            return scope.request(services, message.orElse(Description.NONE));
        }
    }
}
