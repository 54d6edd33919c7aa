package io.github.orgctl.cli.command;

import io.github.orgctl.cli.verb.BatchVerb;
import io.github.orgctl.cli.verb.LineRunner;
import io.github.orgctl.cli.verb.Noun;

public final class BatchCommand extends Noun {
    /**
     * @param runner runs the command lines
     */
    public BatchCommand(LineRunner runner) {
        super("batch", BatchVerb.SUMMARY, new BatchVerb(runner));
    }
}
