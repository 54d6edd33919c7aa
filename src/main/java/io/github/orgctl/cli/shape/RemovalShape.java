package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.kernel.Removal;
import io.github.orgctl.core.model.access.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses of a member who leaves an organization. */
public final class RemovalShape extends Shape<Removal> {
    public static final RemovalShape REMOVAL = new RemovalShape();

    private enum Column implements Field<Removal> {
        EMAIL(ESSENTIAL),
        ORGANIZATION(USEFUL),
        ROLE(USEFUL),
        STATUS(USEFUL),
        PROJECTS(USEFUL),
        TOKENS(ESSENTIAL),
        ID(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Removal removal) {
            return switch (this) {
                case EMAIL -> removal.member().email();
                case ORGANIZATION -> removal.member().organization();
                case ROLE -> removal.member().role();
                case STATUS -> removal.member().status();
                case PROJECTS -> removal.projects();
                case TOKENS -> endings(removal.tokens());
                case ID -> removal.member().id();
            };
        }

        /** Each with the ending it is known by. */
        private static Map<String, String> endings(List<Token> tokens) {
            Map<String, String> endings = new LinkedHashMap<>();
            for (Token token : tokens) {
                endings.put(token.name().value(), token.ending());
            }
            return endings;
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private RemovalShape() {
        super("member", List.of(Column.values()));
    }

    @Override
    public String id(Removal removal) {
        return removal.member().id().value();
    }
}
