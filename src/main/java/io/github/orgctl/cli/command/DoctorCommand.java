package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.FindingShape.FINDING;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.Doctor;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.core.model.store.Finding;
import java.util.List;

public final class DoctorCommand extends Noun {
    public DoctorCommand() {
        super("doctor", "Diagnose the installation", new Examine());
    }

    private static final class Examine extends LocalVerb {
        Examine() {
            super("", "Diagnose the installation", FINDING);
            details("Each line is ok or says what to do. Exits with 1 if a problem is found.");
            example("Diagnose the installation", "orgctl doctor");
            example("Show only what needs attention", "orgctl doctor --jq '.[] | select(.result != \"ok\")'");
            example("Check another store", "orgctl doctor --store backup.db");
        }

        @Override
        protected Reply execute(CommandSession session) {
            List<Finding> findings = new Doctor(session).examine();
            return Reply.many(FINDING, Rows.of(findings))
                    .answering(findings.stream().allMatch(Finding::ok));
        }
    }
}
