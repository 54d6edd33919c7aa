package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.TimeStyle;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.reply.Outcome;
import io.github.orgctl.cli.settings.ColorRules;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The store as used by the dashboard: each read is a separate transaction, and changes are command lines, so that the
 * same rules apply. Used by one thread at a time.
 */
public final class Workspace {
    private static final String DRY_RUN = "--dry-run";

    private final CommandSession session;
    private final Store store;
    private final LineRunner runner;

    Workspace(CommandSession session, Store store, LineRunner runner) {
        this.session = session;
        this.store = store;
        this.runner = runner;
    }

    public Host host() {
        return session.host();
    }

    /** Whether colours are allowed. */
    public boolean hasColor() {
        return ColorRules.apply(session.settings(), host(), true);
    }

    /** How times are written for people. */
    public Times times() {
        return new Times(TimeStyle.LOCAL, host().variable("TZ"), host().clock());
    }

    /** The selected organization, project and mode. */
    public Context context() {
        return session.settings().context(null);
    }

    /**
     * Reads from the store, all in one transaction.
     *
     * @param organization the current one for it, or null
     */
    public <R> R read(OrganizationReference organization, Function<Services, R> question) {
        Context context = new Context(organization, null, null, null, null);
        return store.inTx(
                Store.Purpose.READ, tx -> question.apply(session.servicesIn(context, tx, Store.Purpose.READ)));
    }

    /** Message and hint of a failure, as lines. */
    public static List<String> words(Failure failure) {
        return words(failure.getMessage(), failure.hint() == null ? null : HintSpelling.of(failure.hint()));
    }

    private static List<String> words(String message, String hint) {
        return hint == null ? List.of("error: " + message) : List.of("error: " + message, "hint: " + hint);
    }

    /** Words that a command line has to begin with to work on the same store as the same identity; may be empty. */
    public List<String> options() {
        List<String> words = new ArrayList<>();
        GlobalOptions options = session.options();
        if (options.store.isGiven()) {
            words.addAll(List.of("--store", options.store.value()));
        }
        if (options.as.isGiven()) {
            words.addAll(List.of("--as", options.as.value()));
        }
        return words;
    }

    /**
     * Runs a command line. A dry run of a command whose output is shown only once shows none of it, since it is never
     * valid.
     *
     * @param words without the program's name
     * @param shownOnce whether its output is never shown again
     * @param columns width of its output
     */
    public Outcome run(List<String> words, boolean shownOnce, int columns) {
        LineResult result;
        try {
            result = shownOnce ? runWithin(words, columns) : run(words, columns, Batch.of(session, store));
            if (shownOnce && words.contains(DRY_RUN)) {
                return new Outcome(true, List.of("dry run: nothing was changed"));
            }
        } catch (Refused refused) {
            result = refused.result;
        }
        return outcome(result);
    }

    /** Runs a line in a transaction that is committed only once its output is here. */
    private LineResult runWithin(List<String> words, int columns) {
        return store.inTx(Store.Purpose.CHANGE, tx -> {
            LineResult result = run(words, columns, Batch.within(tx, session));
            if (!result.isDone()) {
                throw new Refused(result);
            }
            return result;
        });
    }

    private LineResult run(List<String> words, int columns, Batch batch) {
        LineResult result = new BatchLine(host(), environment(columns), true).run(1, words, runner, batch);
        batch.end();
        if (batch.broken() instanceof RuntimeException broken) {
            throw broken;
        }
        return result;
    }

    private Map<String, String> environment(int columns) {
        Map<String, String> environment = new HashMap<>(host().environment());
        session.options().settings().forEach((setting, value) -> environment.put(setting.variable(), value));
        environment.put(Setting.OUTPUT.variable(), "table");
        environment.put(Setting.COLOR.variable(), "never");
        environment.put("NO_COLOR", "1");
        environment.put(Setting.PAGER.variable(), "");
        environment.put("COLUMNS", Integer.toString(columns));
        return environment;
    }

    private static Outcome outcome(LineResult result) {
        List<String> lines = new ArrayList<>();
        if (result.output() != null) {
            lines.addAll(List.of(result.output().split("\n")));
        }
        lines.addAll(result.notices());
        if (result.problem() != null && result.problem().message() != null) {
            lines.addAll(words(result.problem().message(), result.problem().hint()));
        }
        return new Outcome(result.isDone(), lines);
    }

    /** A command line failed, so that its transaction is rolled back. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient LineResult result;

        private Refused(LineResult result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
