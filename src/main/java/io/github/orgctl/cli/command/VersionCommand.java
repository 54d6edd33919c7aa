package io.github.orgctl.cli.command;

import io.github.orgctl.Version;
import io.github.orgctl.cli.LocalLeaf;
import io.github.orgctl.cli.Noun;
import io.github.orgctl.cli.Reply;
import io.github.orgctl.cli.Session;
import io.github.orgctl.cli.output.Field;
import io.github.orgctl.cli.output.Shape;
import java.util.List;

public final class VersionCommand extends Noun {
    public VersionCommand() {
        super("version", "Show the version of orgctl and of the Java it runs on", new Show());
    }

    private static final class Show extends LocalLeaf {
        Show() {
            super("", "Show the version of orgctl and of the Java it runs on", VersionShape.VERSION);
            example("orgctl version");
            example("orgctl --version");
        }

        @Override
        protected Reply execute(Session session) {
            return Reply.one(VersionShape.VERSION, Version.VERSION);
        }
    }

    private static final class VersionShape extends Shape<String> {
        static final VersionShape VERSION = new VersionShape();

        private enum Column implements Field<String> {
            VERSION,
            JAVA,
            JAVA_HOME;

            @Override
            public Object of(String version) {
                return switch (this) {
                    case VERSION -> version;
                    case JAVA -> System.getProperty("java.vm.version");
                    case JAVA_HOME -> System.getProperty("java.home");
                };
            }

            @Override
            public boolean inTable() {
                return true;
            }
        }

        private VersionShape() {
            super("version", List.of(Column.values()));
        }

        @Override
        public String id(String version) {
            return version;
        }
    }
}
