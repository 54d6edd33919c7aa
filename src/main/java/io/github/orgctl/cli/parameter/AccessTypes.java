package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.audit.Actor;
import io.github.orgctl.core.model.audit.EventReference;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Parameter types for actions and actors. */
public final class AccessTypes {
    private AccessTypes() {}

    public static Type<TokenReference> token() {
        return new Type<>("TOKEN", Candidates.TOKEN) {
            @Override
            public TokenReference parse(String text) {
                return TokenReference.parse(text);
            }
        };
    }

    public static Type<Action> action() {
        return new Type<>("ACTION", Candidates.ACTION) {
            @Override
            public Action parse(String text) {
                return parseAction(text);
            }
        };
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
        return new Type<>("GLOB", Candidates.ACTION_PATTERN) {
            @Override
            public ActionPattern parse(String text) {
                return parsePattern(text);
            }
        };
    }

    /** Suggests a noun's pattern rather than all of its actions. */
    private static ActionPattern parsePattern(String text) {
        try {
            return ActionPattern.parse(text);
        } catch (Failure unknown) {
            List<String> known = ActionPattern.known();
            List<String> ofNouns = new ArrayList<>(known);
            ofNouns.removeIf(pattern -> !pattern.endsWith("*"));
            List<String> near = Nearest.to(text, ofNouns);
            if (near.isEmpty()) {
                near = Nearest.to(text, known);
            }
            throw near.isEmpty() ? unknown : Failure.usage(unknown.getMessage(), "did you mean '" + near.get(0) + "'?");
        }
    }

    /** An actor; completes members. */
    public static Type<Actor> actor() {
        return new Type<>("ACTOR", Candidates.MEMBER) {
            @Override
            public Actor parse(String text) {
                return Actor.parse(text);
            }
        };
    }

    /** The target of an event. */
    public static Type<String> target() {
        return Types.words("TARGET").offering(Candidates.MEMBER);
    }

    public static Type<EventReference> event() {
        return new Type<>("EVENT") {
            @Override
            public EventReference parse(String text) {
                return EventReference.parse(text);
            }
        };
    }
}
