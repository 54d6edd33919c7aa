package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.PreviousSelection;
import io.github.orgctl.cli.settings.SelectionShape;
import io.github.orgctl.cli.terminal.Choice;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/** A verb that selects something: on a terminal it offers what there is, where the command line does not say it. */
public abstract class SelectingVerb extends ReadVerb {
    protected SelectingVerb(String name, String summary) {
        super(name, summary, SelectionShape.SELECTION);
    }

    /** Whether the command line asks for what was selected before. */
    protected abstract boolean asksForPrevious();

    /** Whether the command line says nothing of what to select. */
    protected abstract boolean asksForChoice();

    /** What can be selected; null where the current settings leave no choice. */
    protected abstract List<Choice> choices(Services services);

    /** Says what to select, as the command line would. */
    protected abstract void select(Choice choice);

    /** Says to select what was selected before. */
    protected abstract void select(PreviousSelection previous);

    @Override
    protected final Reply prepare(LifeCycle run) {
        CommandSession session = run.session();
        if (asksForPrevious()) {
            select(session.settings().previousSelection());
        } else if (asksForChoice() && session.conversation().isInteractive()) {
            List<Choice> choices = run.look(this::choices);
            if (choices != null) {
                select(chosen(choices, session.conversation()));
            }
        }
        return null;
    }

    private static Choice chosen(List<Choice> choices, Conversation conversation) {
        if (choices.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "there are no organizations to select",
                    "create one with: orgctl org create NAME");
        }
        Choice choice = conversation.choose("Select an organization or project", choices);
        if (choice == null) {
            throw new Failure(Failure.Kind.REFUSED, "nothing selected: the selection is unchanged");
        }
        return choice;
    }
}
