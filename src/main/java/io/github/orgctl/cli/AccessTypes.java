package io.github.orgctl.cli;

import io.github.orgctl.core.Nearest;
import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.TokenReference;
import java.util.ArrayList;
import java.util.List;

/** The types of parameters that say who may do what. */
public final class AccessTypes {
    private AccessTypes() {}

    public static final class TokenType extends Type<TokenReference> {
        @Override
        public String label() {
            return "TOKEN";
        }

        @Override
        public Candidates candidates() {
            return Candidates.TOKEN;
        }

        @Override
        public TokenReference parse(String text) {
            return TokenReference.parse(text);
        }
    }

    public static final class ActionType extends Type<Action> {
        @Override
        public String label() {
            return "ACTION";
        }

        @Override
        public Candidates candidates() {
            return Candidates.ACTION;
        }

        @Override
        public Action parse(String text) {
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
    }
}
