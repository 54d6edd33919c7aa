package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.reply.Outcome;
import io.github.orgctl.cli.verb.Workspace;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Carries out requests on the store. */
final class RequestHandler {
    private static final int NOUN_AND_VERB = 2;

    private final Workspace workspace;
    private final Loader loader;

    RequestHandler(Workspace workspace) {
        this.workspace = workspace;
        this.loader = new Loader(workspace);
    }

    /** Text that changes whenever the store does. */
    String latest() {
        return loader.latest();
    }

    /** Carries out a request and returns its outcome. */
    Event answer(Request request) {
        try {
            if (request instanceof Request.Load load) {
                return new Event.Loaded(load, loader.load(load));
            } else if (request instanceof Request.Preview preview) {
                List<String> dryRun = new ArrayList<>(preview.words());
                dryRun.add(NOUN_AND_VERB, "--dry-run");
                return new Event.Previewed(
                        preview.words(), workspace.run(dryRun, preview.shownOnce(), preview.columns()));
            } else if (request instanceof Request.Differences differences) {
                return new Event.Told(
                        "Changes of revision " + differences.revision().number(),
                        loader.differences(differences.revision()));
            } else if (request instanceof Request.PlanPromotion plan) {
                return new Event.Planned(plan, loader.promotion(plan.project()));
            }
            Request.Run run = (Request.Run) request;
            return new Event.Ran(
                    run.words(), run.shownOnce(), workspace.run(run.words(), run.shownOnce(), run.columns()));
        } catch (Failure failure) {
            return failed(request, failure);
        }
    }

    private static Event failed(Request request, Failure failure) {
        List<String> lines = Workspace.words(failure);
        Outcome outcome = new Outcome(false, lines);
        if (request instanceof Request.Load load) {
            return new Event.LoadFailed(load, String.join("; ", lines), failure.kind() != Failure.Kind.BUSY);
        } else if (request instanceof Request.Preview preview) {
            return new Event.Previewed(preview.words(), outcome);
        } else if (request instanceof Request.Run run) {
            return new Event.Ran(run.words(), run.shownOnce(), outcome);
        }
        return new Event.Told("Not shown", lines);
    }
}
