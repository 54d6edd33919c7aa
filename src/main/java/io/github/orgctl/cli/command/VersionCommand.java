package io.github.orgctl.cli.command;

import io.github.orgctl.cli.host.ProgramVersion;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import java.util.List;

public final class VersionCommand extends Noun {
    public VersionCommand() {
        super("version", "Show the versions of orgctl and Java", new Show());
    }

    private static final class Show extends LocalVerb {
        Show() {
            super("", "Show the versions of orgctl and Java", VersionShape.VERSION);
            example("Show the versions of orgctl and Java", "orgctl version");
            example("Print the version alone", "orgctl version --jq .version");
            example("Show it without a command", "orgctl --version");
        }

        @Override
        protected Reply execute(CommandSession session) {
            return Reply.one(VersionShape.VERSION, ProgramVersion.running());
        }
    }

    private static final class VersionShape extends Shape<ProgramVersion> {
        static final VersionShape VERSION = new VersionShape();

        private enum Column implements Field<ProgramVersion> {
            VERSION,
            JAVA,
            JAVA_HOME;

            @Override
            public Object of(ProgramVersion program) {
                return switch (this) {
                    case VERSION -> program.version();
                    case JAVA -> program.java();
                    case JAVA_HOME -> program.javaHome();
                };
            }
        }

        private VersionShape() {
            super("version", List.of(Column.values()));
        }

        @Override
        public String id(ProgramVersion program) {
            return program.version();
        }
    }
}
