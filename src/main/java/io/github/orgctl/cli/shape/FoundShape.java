package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;

import io.github.orgctl.core.model.search.Found;
import java.util.List;

public final class FoundShape extends Shape<Found> {
    public static final FoundShape FOUND = new FoundShape();

    private enum Column implements Field<Found> {
        KIND(MINOR),
        ORGANIZATION(ESSENTIAL),
        PROJECT(ESSENTIAL),
        MODE(ESSENTIAL),
        KEY(ESSENTIAL),
        TEXT(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Found found) {
            return switch (this) {
                case KIND -> found.kind();
                case ORGANIZATION -> found.organization();
                case PROJECT -> found.project();
                case MODE -> found.mode();
                case KEY -> found.key();
                case TEXT -> found.text();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private FoundShape() {
        super("result", List.of(Column.values()));
    }

    @Override
    public String id(Found found) {
        return found.reference();
    }

    @Override
    public String reference(Found found) {
        return found.item();
    }
}
