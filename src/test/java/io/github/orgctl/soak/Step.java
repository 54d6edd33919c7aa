package io.github.orgctl.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * One command.
 *
 * @param effect changes the model as the command should change the store, and returns the exit code that it should end
 *     with; where that is not 0, the model is thrown away
 */
record Step(List<String> words, ToIntFunction<Model> effect) {
    static Step of(ToIntFunction<Model> effect, String... words) {
        return new Step(List.of(words), effect);
    }

    /** The same with more options. */
    Step with(String... options) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(options));
        return new Step(all, effect);
    }

    /** One that is wrong whatever the store holds. */
    static Step refused(int exit, String... words) {
        return of(model -> exit, words);
    }

    String line() {
        return String.join(" ", words);
    }
}
