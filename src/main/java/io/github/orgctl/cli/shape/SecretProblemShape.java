package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.SecretProblem;
import java.util.List;

/** Findings of a check of secrets. */
public final class SecretProblemShape extends Shape<SecretProblem> {
    public static final SecretProblemShape SECRET_PROBLEM = new SecretProblemShape();

    private enum Column implements Field<SecretProblem> {
        PROBLEM,
        ENVIRONMENT,
        KEY,
        DETAIL;

        @Override
        public Object of(SecretProblem problem) {
            return switch (this) {
                case PROBLEM -> problem.kind();
                case ENVIRONMENT -> problem.environment();
                case KEY -> problem.key();
                case DETAIL -> problem.detail();
            };
        }

        @Override
        public Importance importance() {
            return Importance.ESSENTIAL;
        }
    }

    private SecretProblemShape() {
        super("secretProblem", List.of(Column.values()));
    }

    @Override
    public String id(SecretProblem problem) {
        return problem.key().path();
    }
}
