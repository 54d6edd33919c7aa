package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.KeyChangeShape;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.GateOptions;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Description;
import java.util.List;
import java.util.Set;

/** A verb that changes an environment, creating a new revision. Shows the changed keys. */
public abstract class EditVerb extends ChangeVerb {
    private final Parameter<Description> message =
            option("-m", "--message", ResourceTypes.description(), "Message for the history");
    private final Parameter<Long> ifRevision =
            option("--if-revision", Types.count(), "Fail unless this is the current revision of the environment");

    private GateOptions gates = new GateOptions(this);
    private Parameter<Boolean> breakReferences;

    protected EditVerb(String name, String summary) {
        this(name, summary, KeyChangeShape.KEY_CHANGE);
    }

    /**
     * @param shape shape of its output, if it is not the changed keys
     */
    protected EditVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** Declares options for the gates that it may require in live. */
    protected final void gates(Gate... passed) {
        gates = new GateOptions(this, passed);
        if (List.of(passed).contains(Gate.DELETE)) {
            removesKeys();
        }
    }

    /** Declares the option to remove keys that templates refer to. */
    protected final void removesKeys() {
        breakReferences = flag(GateOptions.BREAK_REFERENCES, GateOptions.BREAKS_REFERENCES);
    }

    /** Opens gates as their options do. */
    protected final void open(Set<Gate> opened) {
        gates.open(opened);
    }

    /** The environment to edit. */
    protected EnvironmentReference target() {
        return environment().reference();
    }

    /** The edit of the selected environment. */
    protected final Edit edit() {
        boolean breaks = breakReferences != null && breakReferences.isGiven();
        return new Edit(target(), message.orElse(Description.NONE), ifRevision.value(), gates.opened(), breaks);
    }

    /** A notice that a lock would refuse the change; used in dry runs. */
    protected static List<String> lockNotices(Environment environment) {
        Lock lock = environment.lock();
        if (lock == null) {
            return List.of();
        }
        String until = lock.until() == null ? "" : " until " + lock.until();
        return List.of(
                environment.reference() + " is locked" + until + ", only a dry run is possible: " + lock.reason());
    }

    /** The changed keys and their environment. */
    protected final Reply reply(EnvironmentUpdate revised) {
        String now = "revision " + revised.environment().revision() + " of "
                + revised.environment().reference();
        return Reply.many(KeyChangeShape.KEY_CHANGE, Rows.of(revised.changes()))
                .made(now)
                .inspection("orgctl env history " + revised.environment().reference())
                .noticeIf(revised.isNone(), "nothing to change: same as " + now)
                .notices(revised.details())
                .notices(lockNotices(revised.environment()))
                .scrubbing(revised.deletedVersions() > 0)
                .afterwards(!revised.changes().isEmpty(), now);
    }
}
