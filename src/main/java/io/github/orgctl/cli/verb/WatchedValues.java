package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Launch;
import io.github.orgctl.cli.host.WatchedProgram;
import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.io.File;
import java.time.Instant;
import java.util.Objects;

/** The values of a running program, looked up again when what they come from has changed. */
final class WatchedValues implements WatchedProgram.Source, AutoCloseable {
    private final CommandSession session;
    private final LaunchVerb verb;
    private final VariableSelection selection;
    private Store store;
    private Variables variables;
    /** What they come from; null after a failure. */
    private String state;

    private String before;
    private String problem;

    /** A launch with the state that it was resolved from. */
    private record Resolved(Variables variables, String state) {}

    /**
     * @param launch the program as it runs
     * @param state what its values come from
     */
    WatchedValues(CommandSession session, LaunchVerb verb, Launch launch, String state) {
        this.session = session;
        this.verb = verb;
        this.selection = verb.selection();
        this.variables = launch.variables();
        this.state = state;
        this.before = state;
    }

    /** Several changes in a row are one: the state has to stay the same from one look to the next. */
    @Override
    public Launch changed() {
        Instant now = session.host().now();
        String seen = look();
        boolean isSettled = seen.equals(before);
        before = seen;
        if (!seen.equals(state)) {
            return isSettled ? resolved() : null;
        }
        if (verb.fallback().isDue(now)) {
            keep(now);
        }
        return null;
    }

    /** A failure is a state, too: rights may be gone, or the store. */
    private String look() {
        try {
            return store().inTx(
                            Store.Purpose.READ,
                            tx -> verb.state(services(tx, Store.Purpose.READ), selection, variables));
        } catch (Failure failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    /** Opened when it is needed: it may be out of reach when the program is started. */
    private Store store() {
        if (store == null) {
            store = session.openStore();
        }
        return store;
    }

    /** After a failure nothing is known: whatever is there now may be another store with the same revisions. */
    private Launch resolved() {
        Store.Purpose purpose = verb.purpose();
        boolean wasUnreadable = state == null;
        try {
            Instant now = session.host().now();
            Resolved next = store().inTx(purpose, tx -> {
                Services services = services(tx, purpose);
                Variables found = services.variables().of(selection);
                return new Resolved(found, verb.state(services, selection, found));
            });
            problem = null;
            state = next.state;
            before = next.state;
            boolean same = next.variables.all().equals(variables.all());
            variables = next.variables;
            keep(now);
            if (same && wasUnreadable) {
                notice("the values can be read again and have not changed");
            }
            return same ? null : verb.launch(variables);
        } catch (Failure failure) {
            state = null;
            File absent = session.settings().absentStore();
            tell("the program keeps its values: ", absent == null ? failure.getMessage() : "no store at " + absent);
            return null;
        }
    }

    /** The program may have new values even if they can't be kept. */
    private void keep(Instant readAt) {
        if (verb.fallback().isGiven()) {
            try {
                verb.fallback().write(session, selection, variables, readAt);
            } catch (Failure failure) {
                tell("the fallback snapshot was not renewed: ", failure.getMessage());
            }
        }
    }

    private void tell(String what, String why) {
        if (!Objects.equals(why, problem)) {
            problem = why;
            notice(what + problem);
        }
    }

    private Services services(Tx tx, Store.Purpose purpose) {
        return session.services(tx, verb.expectedEnvironment(), purpose);
    }

    @Override
    public void notice(String line) {
        session.conversation().notice(line);
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
