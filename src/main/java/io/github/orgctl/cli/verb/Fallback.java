package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.fallback.Snapshot;
import io.github.orgctl.cli.fallback.SnapshotFile;
import io.github.orgctl.cli.fallback.SnapshotRequest;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.configuration.VariableService;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.store.JdbcStore;
import java.time.Duration;
import java.time.Instant;

/** The options for a snapshot of values, and its use: written after each read, read when the store can't be reached. */
final class Fallback {
    /** How long to wait for a busy store before the snapshot is used. */
    static final long WAIT_MILLIS = 5000;

    private static final int DEFAULT_HOURS = 24;

    /** A snapshot that is not renewed by a change is renewed after this part of its maximum age. */
    private static final int RENEWALS = 4;

    private final Parameter<String> file;
    private final Parameter<Duration> maxAge;
    private Instant writtenAt;

    Fallback(Verb verb) {
        file = verb.option(
                "--fallback",
                Types.file(),
                "Keep an encrypted snapshot of the values in this file, and use it when the store can't be reached");
        maxAge = verb.option(
                "--fallback-max-age",
                Types.duration(),
                "Maximum age of a snapshot to use (default: " + DEFAULT_HOURS + "h)");
    }

    /**
     * @throws Failure USAGE if the options contradict each other
     */
    void check() {
        if (maxAge.isGiven() && !file.isGiven()) {
            throw Failure.usage("--fallback-max-age applies only to --fallback", "name the snapshot with --fallback");
        }
        if (file.isGiven() && file.value().equals("-")) {
            throw Failure.usage("--fallback requires a file", "name a file");
        }
    }

    boolean isGiven() {
        return file.isGiven();
    }

    private Duration maxAge() {
        return maxAge.isGiven() ? maxAge.value() : Duration.ofHours(DEFAULT_HOURS);
    }

    /** Adds to a reply that the snapshot is written once the transaction is committed, before the output. */
    Reply keeping(Reply reply, CommandSession session, VariableSelection selection, Variables variables) {
        Instant readAt = session.host().now();
        return reply.onceKept(() -> {
            if (write(session, selection, variables, readAt)) {
                reply.notice("replaced the fallback snapshot of other values or another identity in " + file.value());
            }
        });
    }

    /** Writes the snapshot and returns whether it replaced one of another request. */
    boolean write(CommandSession session, VariableSelection selection, Variables variables, Instant readAt) {
        boolean replaced = file(session)
                .write(
                        request(session, selection),
                        variables,
                        readAt,
                        session.host().now());
        writtenAt = readAt;
        return replaced;
    }

    /** Whether values that have not changed are due to be written again, so that their snapshot does not become too old. */
    boolean isDue(Instant now) {
        return isGiven()
                && writtenAt != null
                && Duration.between(writtenAt, now).compareTo(maxAge().dividedBy(RENEWALS)) > 0;
    }

    /**
     * The values of the snapshot, under the rules that apply to those of the store.
     *
     * @param failure why the store can't be reached
     * @param expected the only environment that the command may use, or null
     * @throws Failure of the same kind if the snapshot can't be used; as {@link VariableService#again} does
     */
    Variables read(CommandSession session, VariableSelection selection, Failure failure, Id expected) {
        Instant now = session.host().now();
        Snapshot snapshot;
        try {
            snapshot = file(session).read(request(session, selection), now, maxAge());
        } catch (Failure unusable) {
            Hint hint = unusable.hint() == null ? failure.hint() : unusable.hint();
            throw new Failure(
                    failure.kind(),
                    failure.getMessage() + "; the fallback snapshot " + file.value() + " can't be used: "
                            + unusable.getMessage(),
                    hint,
                    failure);
        }
        Variables variables = snapshot.variables();
        if (expected != null && !expected.equals(variables.environment().id())) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the fallback snapshot is of the environment "
                            + variables.environment().id() + ", not of the expected " + expected);
        }
        Variables admitted = VariableService.again(selection, variables, now);
        session.conversation()
                .notice("warning: " + failure.getMessage() + "; using revision "
                        + variables.environment().revision() + " of "
                        + variables.environment().reference() + " from " + file.value() + ", read "
                        + snapshot.ageText() + " ago");
        return admitted;
    }

    private SnapshotFile file(CommandSession session) {
        return new SnapshotFile(session.host().workingDirectory().toPath(), file.value(), session.vault());
    }

    private static SnapshotRequest request(CommandSession session, VariableSelection selection) {
        String store =
                JdbcStore.shown(session.settings().store(), session.host().environment());
        Context context = session.settings().context(null);
        return SnapshotRequest.of(store, context, session.settings().credentials(), selection);
    }
}
