package io.github.orgctl.cli.dashboard;

import java.util.ArrayList;
import java.util.List;

/** A state with its requests. */
record Step(State state, List<Request> requests) {
    static Step of(State state, Request... requests) {
        return new Step(state, List.of(requests));
    }

    /** This step with more requests. */
    Step plus(List<? extends Request> more) {
        List<Request> all = new ArrayList<>(requests);
        all.addAll(more);
        return new Step(state, all);
    }
}
