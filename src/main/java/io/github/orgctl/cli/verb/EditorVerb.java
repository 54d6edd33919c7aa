package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.host.Draft;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.TextDifference;
import io.github.orgctl.cli.output.ConfigurationText;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.core.configuration.ConfigurationService;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Set;

/**
 * A verb whose change is made in the user's editor. The store is closed meanwhile, and nothing is locked: the change is
 * made if the environment is still as it was. Where it can't be made, what was typed is kept.
 */
public abstract class EditorVerb extends EditVerb {
    private final Parameter<Boolean> yes = flag("--yes", "Skip the confirmation prompt");
    private EnvironmentDetails before;
    private Configuration after;
    private Draft draft;
    private Holding.Hold kept;

    protected EditorVerb(String name, String summary) {
        super(name, summary);
        standAlone();
        shareDeclared();
    }

    /** The configuration as it was edited. */
    protected final Configuration after() {
        return after;
    }

    /** The edit of the environment as it was when the editor was opened. */
    protected final Edit pinnedEdit() {
        Edit edit = edit();
        return new Edit(edit.environment(), edit.message(), before.environment().revision());
    }

    @Override
    final Reply prepare(LifeCycle run) {
        CommandSession session = run.session();
        before = run.look(services -> services.configurations().editable(edit()));
        Environment environment = before.environment();
        String text = header(environment) + ConfigurationText.yaml(before.configuration());
        draft = Draft.of("orgctl-" + environment.project() + "-" + environment.mode() + "-", text, session.host());
        kept = Interrupts.PROCESS.cleaningUp(() -> tidyUp(session, false));
        after = edited(text, session);
        if (after.equals(before.configuration())) {
            return reply(new EnvironmentUpdate(environment, List.of()));
        }
        confirm(session);
        return null;
    }

    @Override
    final void tidyUp(CommandSession session, boolean done) {
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

    /** The edited values; the editor opens again while they are malformed. */
    private Configuration edited(String text, CommandSession session) {
        while (true) {
            String edited = draft.edit();
            if (edited.equals(text) || isEmpty(edited)) {
                return before.configuration();
            }
            try {
                Configuration read = ImportFormat.YAML
                        .read(edited)
                        .in(
                                before.configuration(),
                                Set.of(),
                                before.environment().reference());
                ConfigurationService.check(read);
                return read;
            } catch (Failure unusable) {
                String question = unusable.getMessage() + "\nOpen the editor again? [Y/n]";
                if (!session.conversation().isInteractive()
                        || !session.conversation().agrees(question, true)) {
                    throw unusable;
                }
            }
        }
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
