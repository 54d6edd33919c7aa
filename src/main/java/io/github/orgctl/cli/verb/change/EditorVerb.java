package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.host.Draft;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.TextDifference;
import io.github.orgctl.cli.output.ConfigurationText;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LifeCycle;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.configuration.PlannedUpdate;
import io.github.orgctl.core.configuration.UpdatePlan;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Set;

/**
 * A verb whose change is made in the user's editor. Meanwhile the store is closed and nothing is locked; the change is
 * refused if the environment was changed. If it fails, the edited text is kept.
 */
public abstract class EditorVerb extends EditVerb {
    private final Parameter<Boolean> yes = flag("--yes", "Skip the confirmation prompt");
    private EnvironmentDetails before;
    private Configuration after;
    private UpdatePlan plan;
    private Draft draft;
    private Holding.Hold kept;

    protected EditorVerb(String name, String summary) {
        super(name, summary);
        standAlone();
        gates(Gate.values());
        shareDeclared();
    }

    @Override
    protected final Reply execute(Services services) {
        // Already confirmed by saving the file.
        PlannedUpdate planned = pending(services, after).make(Approval.beforehand());
        if (planned.refusal() != null) {
            // For example if the schema was changed meanwhile.
            throw planned.refusal();
        }
        return reply(planned.update()).previewedIf(true);
    }

    /** The planned update, based on the revision at which the editor was opened. */
    private PendingUpdate pending(Services services, Configuration edited) {
        return services.configurations()
                .replace(edit().expecting(before.environment().revision()), edited);
    }

    @Override
    protected final Reply prepare(LifeCycle run) {
        CommandSession session = run.session();
        before = run.look(services -> services.configurations().editable(edit()));
        Environment environment = before.environment();
        String text = header(environment) + ConfigurationText.yaml(before.configuration());
        kept = Interrupts.PROCESS.cleaningUp(() -> tidyUp(session, false));
        // A signal that arrives while the file is made has to find it.
        Holding.Hold making = Interrupts.PROCESS.hold();
        try {
            draft = Draft.of("orgctl-" + environment.project() + "-" + environment.mode() + "-", text, session.host());
        } finally {
            making.close();
        }
        after = edited(text, run);
        if (after.equals(before.configuration())) {
            return reply(new EnvironmentUpdate(environment, List.of()));
        }
        if (plan.obstacle() != null) {
            throw plan.obstacle();
        }
        confirm(session);
        return null;
    }

    @Override
    protected final void tidyUp(CommandSession session, boolean done) {
        if (draft == null) {
            return;
        }
        boolean settled = done && (!isDryRun() || after.equals(before.configuration()));
        if (settled || !draft.isTouched()) {
            draft.delete();
        } else {
            session.conversation().notice("your edits are kept in " + draft.file());
        }
        kept.close();
    }

    private static String header(Environment environment) {
        return "# The configuration of " + environment.reference() + ", revision " + environment.revision() + ".\n"
                + "# Save and close the file to change it; leave it as it is, or empty, to change nothing.\n"
                + "# Comments are not kept.\n";
    }

    /** The edited values. The editor is opened again while they are malformed or violate a rule. */
    private Configuration edited(String text, LifeCycle run) {
        String last = text;
        Failure fault = null;
        while (true) {
            String edited = draft.edit();
            if (edited.equals(text) || isEmpty(edited)) {
                return before.configuration();
            }
            if (edited.equals(last)) {
                throw fault;
            }
            try {
                return checked(edited, run);
            } catch (Failure unusable) {
                if (!isFault(unusable) || !opensAgain(unusable, run.session().conversation())) {
                    throw unusable;
                }
                fault = unusable;
                last = edited;
            }
        }
    }

    private Configuration checked(String text, LifeCycle run) {
        Configuration values = ImportFormat.YAML
                .read(text)
                .in(before.configuration(), Set.of(), before.environment().reference());
        plan = run.look(services -> pending(services, values).plan());
        return values;
    }

    /** Whether the edited text is the cause. */
    private static boolean isFault(Failure failure) {
        return failure.kind() == Failure.Kind.USAGE || failure.kind() == Failure.Kind.RULE;
    }

    private static boolean opensAgain(Failure fault, Conversation conversation) {
        return conversation.isInteractive()
                && conversation.agrees(fault.getMessage() + "\nOpen the editor again? [Y/n]", true);
    }

    private static boolean isEmpty(String text) {
        return text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
    }

    private void confirm(CommandSession session) {
        session.conversation()
                .showDifference(TextDifference.between(
                        before.environment().reference(),
                        ConfigurationText.yaml(before.configuration()),
                        ConfigurationText.yaml(after)));
        boolean confirmed = yes.isGiven()
                || isDryRun()
                || session.conversation().isInteractive()
                        && session.conversation()
                                .agrees("Change " + before.environment().reference() + "? [y/N]", false);
        if (!confirmed) {
            throw new Failure(
                    Failure.Kind.REFUSED, "not confirmed: nothing was changed", "to skip the prompt, use --yes");
        }
    }
}
