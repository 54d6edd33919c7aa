package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.FindingShape.FINDING;
import static io.github.orgctl.cli.shape.StoreInfoShape.STORE_INFO;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.store.Finding;
import java.util.List;

public final class StoreCommand extends Noun {
    public StoreCommand() {
        super("store", "Inspect the store", new Info(), new Check());
    }

    private static final class Info extends ReadVerb {
        Info() {
            super("info", "Show the location and contents of the store", STORE_INFO);
            example("orgctl store info");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(STORE_INFO, services.store().info());
        }
    }

    private static final class Check extends ReadVerb {
        Check() {
            super("check", "Check the store for consistency", FINDING);
            details("Reads the whole store without changing it. Exits with 1 if a problem is found.");
            example("orgctl store check");
        }

        @Override
        protected Reply execute(Services services) {
            List<Finding> findings = services.store().check();
            return Reply.many(FINDING, Rows.of(findings))
                    .answering(findings.stream().allMatch(Finding::ok));
        }
    }
}
