package io.github.orgctl.cli.completion;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;

import io.github.orgctl.cli.host.CompletionFile;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class CompletionFileShape extends Shape<CompletionFile> {
    public static final CompletionFileShape COMPLETION_FILE = new CompletionFileShape();

    private enum Column implements Field<CompletionFile> {
        SHELL,
        FILE,
        CHANGE;

        @Override
        public Object of(CompletionFile file) {
            return switch (this) {
                case SHELL -> file.shell();
                case FILE -> file.path().toString();
                case CHANGE -> file.isStartFile() ? "append" : "create";
            };
        }

        @Override
        public Importance importance() {
            return ESSENTIAL;
        }
    }

    private CompletionFileShape() {
        super("completion file", List.of(Column.values()));
    }

    @Override
    public String id(CompletionFile file) {
        return file.path().toString();
    }
}
