package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.KeyChangeShape;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.value.Description;
import java.util.List;

/** A verb that changes what is in an environment, as a new revision of it. Shows the keys that changed. */
public abstract class EditVerb extends ChangeVerb {
    private final Parameter<Description> message =
            option("-m", "--message", ResourceTypes.description(), "Message for the history");
    private final Parameter<Long> ifRevision =
            option("--if-revision", Types.count(), "Fail unless this is the current revision of the environment");

    private GateOptions gates = new GateOptions(this);

    protected EditVerb(String name, String summary) {
        this(name, summary, KeyChangeShape.KEY_CHANGE);
    }

    /**
     * @param shape of what it shows instead of the keys that changed
     */
    protected EditVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** Declares the options for the gates that it may have to pass in live. */
    protected final void gates(Gate... passed) {
        gates = new GateOptions(this, passed);
    }

    /** The edit of the environment that the command line names. */
    protected final Edit edit() {
        return new Edit(
                environment().reference(), message.orElse(Description.NONE), ifRevision.value(), gates.opened());
    }

    /** Notices that a lock would refuse the change, which only a dry run gets to see. */
    protected static List<String> lockNotices(Environment environment) {
        Lock lock = environment.lock();
        if (lock == null) {
            return List.of();
        }
        String until = lock.until() == null ? "" : " until " + lock.until();
        return List.of(
                environment.reference() + " is locked" + until + ", only a dry run is possible: " + lock.reason());
    }

    /** The keys that changed, and what they are a part of. */
    protected final Reply reply(EnvironmentUpdate revised) {
        String now = "revision " + revised.environment().revision() + " of "
                + revised.environment().reference();
        return Reply.many(KeyChangeShape.KEY_CHANGE, Rows.of(revised.changes()))
                .made(now)
                .inspection("orgctl env history " + revised.environment().reference())
                .noticeIf(revised.changes().isEmpty(), "nothing to change: same as " + now)
                .notices(lockNotices(revised.environment()))
                .afterwards(!revised.changes().isEmpty(), now);
    }
}
