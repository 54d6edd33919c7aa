package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.PlannedChangeShape.PLANNED_CHANGE;

import io.github.orgctl.cli.document.PlanFormat;
import io.github.orgctl.cli.document.SavedPlanFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.PrivateFile;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.DocumentScope;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.PlannedReply;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlanRequest;
import io.github.orgctl.core.document.SavedPlan;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.Store.Purpose;
import java.util.List;
import java.util.Set;

public final class PlanCommand extends Noun {
    private static final String SUMMARY = "Show what applying documents would change";

    public PlanCommand() {
        super("plan", SUMMARY, new Plan());
    }

    private static final class Plan extends ReadVerb {
        private final DocumentScope scope = documentScope();
        private final Parameter<String> out = option(
                "--out", Types.file().labelled("PLAN"), "Save the plan to a file for apply, or - for standard output");
        private final Parameter<Boolean> drift =
                flag("--drift", "Report all differences between the store and the documents (read-only)");
        private final Parameter<List<String>> acknowledged = option(
                "--acknowledge",
                Types.words("NAME=VALUE").many(),
                "Accept a difference as long as the store has this value: JSON, or - for none (requires --until)");
        private final Parameter<Until> until =
                option("--until", Types.until(), "Time or date at which acknowledgements expire");
        private final Parameter<Description> message =
                option("-m", "--message", ResourceTypes.description(), "Message for the history of environments");
        private final Parameter<PlanFormat> format = option(
                "--format", Types.planFormat(), "Format of the plan: table, json, markdown or junit (default: table)");

        Plan() {
            super("", SUMMARY, PLANNED_CHANGE);
            details(
                    "Exits with 0 if there is nothing to change and with 1 if there is. What the documents don't mention"
                            + " is left alone; what is missing from a list or a map that they have is deleted only with"
                            + " --allow-delete.");
            example("Show what a file would change", "orgctl plan -f acme.yaml");
            example("Save a plan that may change live", "orgctl plan -f config/ --allow-live --out release.plan");
            example("Report in CI what differs from the files", "orgctl plan -f config/ --drift --format junit");
        }

        @Override
        protected void read(Input input) {
            if (!scope.isGiven()) {
                throw Failure.usage("there are no documents to plan", "name files or a folder with -f");
            }
            if (drift.isGiven() && (out.isGiven() || scope.opensAny())) {
                throw Failure.usage("--drift is read-only", "leave out --out and --allow-…");
            }
            checkAcknowledgements();
            if (toStandardOutput() && format.isGiven()) {
                throw Failure.usage("--out - and --format both write to standard output", "leave out one of the two");
            }
            if (writesFile()) {
                SavedPlanFile.discard(input, out.value());
            }
            scope.read(input);
        }

        /** Relative to each run, an acknowledgement would never expire. */
        private void checkAcknowledgements() {
            if (acknowledged.isGiven() && !drift.isGiven()) {
                throw Failure.usage("--acknowledge requires --drift");
            }
            if (acknowledged.isGiven() != until.isGiven()) {
                throw Failure.usage("--acknowledge and --until require each other");
            }
            if (until.isGiven() && until.value().at() == null) {
                throw Failure.usage("--until requires a time or date", "for example 2026-01-31");
            }
        }

        @Override
        public Purpose purpose() {
            return drift.isGiven() ? Purpose.READ : Purpose.DRY_RUN;
        }

        @Override
        protected Reply execute(Services services) {
            PlanRequest request = scope.request(services, message.orElse(Description.NONE));
            if (drift.isGiven()) {
                ChangePlan plan = services.documents()
                        .drift(
                                request,
                                Set.copyOf(acknowledged.orElse(List.of())),
                                until.isGiven() ? until.value().at() : null);
                return shown(plan, PlannedReply.ofDrift(plan));
            }
            SavedPlan saved = services.documents().simulate(request);
            if (toStandardOutput()) {
                return PlannedReply.told(saved.plan(), Reply.text(SavedPlanFile.write(saved)))
                        .answering(saved.plan().isEmpty());
            }
            Reply reply = shown(saved.plan(), PlannedReply.of(saved.plan()));
            return out.isGiven() ? reply.keeping(new PrivateFile(out.value(), SavedPlanFile.write(saved))) : reply;
        }

        private boolean toStandardOutput() {
            return out.isGiven() && out.value().equals("-");
        }

        @Override
        protected boolean writesFile() {
            return out.isGiven() && !toStandardOutput();
        }

        private Reply shown(ChangePlan plan, Reply table) {
            Reply reply = format.orElse(PlanFormat.TABLE) == PlanFormat.TABLE
                    ? table
                    : Reply.text(format.value().write(plan));
            return reply.answering(plan.isEmpty());
        }
    }
}
