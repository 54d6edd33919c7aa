package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.KeyChangeShape;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.value.Description;

/** A verb that changes what is in an environment, as a new revision of it. Shows the keys that changed. */
public abstract class EditVerb extends ChangeVerb {
    private final Parameter<Description> message =
            option("-m", "--message", ResourceTypes.description(), "Message for the history");
    private final Parameter<Long> ifRevision =
            option("--if-revision", Types.count(), "Fail unless this is the current revision of the environment");

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

    /** The edit of the environment that the command line names. */
    protected final Edit edit() {
        return new Edit(environment().reference(), message.orElse(Description.NONE), ifRevision.value());
    }

    /** The keys that changed, and what they are a part of. */
    protected final Reply reply(EnvironmentUpdate revised) {
        String now = "revision " + revised.environment().revision() + " of "
                + revised.environment().reference();
        return Reply.many(KeyChangeShape.KEY_CHANGE, Rows.of(revised.changes()))
                .made(now)
                .inspection("orgctl env history " + revised.environment().reference())
                .noticeIf(revised.changes().isEmpty(), "nothing to change: same as " + now)
                .afterwards(!revised.changes().isEmpty(), now);
    }
}
