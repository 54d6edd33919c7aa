package io.github.orgctl.cli;

import io.github.orgctl.core.Nearest;
import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.ActionPattern;
import io.github.orgctl.core.model.EventReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.TokenReference;
import java.util.ArrayList;
import java.util.List;

/** The types of parameters that say who may do what, and who did. */
public final class AccessTypes {
    private AccessTypes() {}

    public static Type<TokenReference> token() {
        return Type.of("TOKEN", Candidates.TOKEN, TokenReference::parse);
    }

    public static Type<Action> action() {
        return Type.of("ACTION", Candidates.ACTION, AccessTypes::parseAction);
    }

    private static Action parseAction(String text) {
        try {
            return Action.parse(text);
        } catch (Failure unknown) {
            List<String> words = new ArrayList<>();
            for (Action action : Action.values()) {
                words.add(action.toString());
            }
            String question = Nearest.question(text, words);
            throw question == null ? unknown : Failure.usage(unknown.getMessage(), question);
        }
    }

    public static Type<ActionPattern> actionPattern() {
        return Type.of("GLOB", Candidates.ACTION_PATTERN, ActionPattern::parse);
    }

    public static Type<EventReference> event() {
        return Type.of("EVENT", EventReference::parse);
    }
}
