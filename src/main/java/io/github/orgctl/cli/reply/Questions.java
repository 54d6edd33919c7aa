package io.github.orgctl.cli.reply;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/** Questions that a person answers on the terminal. */
public interface Questions {
    /**
     * Shows facts, and asks which of some words holds.
     *
     * @param facts a line each
     * @throws Failure REFUSED at the end of input
     */
    String choose(List<String> facts, String question, List<String> words);
}
