package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;

/**
 * Reference to an environment: a project with a mode ({@code [ORG/]PROJECT:MODE}, or the mode given separately), or an
 * id. The id may be that of the environment or of its project.
 */
public sealed interface EnvironmentReference {
    /** The current project's environment in the current mode. */
    static EnvironmentReference current() {
        return new OfProject(null, null);
    }

    /** The mode named by the user, or null. */
    Mode mode();

    /**
     * @param project null for the current project
     */
    record OfProject(ProjectReference project, Mode mode) implements EnvironmentReference {
        @Override
        public OfProject withProject(ProjectReference given) {
            if (given == null || project != null && project.namesOrganization() && project.mayBe(given)) {
                return this;
            }
            if (project != null && !project.mayBe(given)) {
                throw Failure.usage(
                        "the project is given as " + project + " and as " + given, Advice.LEAVE_OUT_PROJECT.of(given));
            }
            return new OfProject(given, mode);
        }
    }

    record ById(Id id, Mode mode) implements EnvironmentReference {
        @Override
        public ById withProject(ProjectReference given) {
            if (given == null) {
                return this;
            }
            throw Failure.usage(
                    "the environment is given by the ID " + id + ", and the project as " + given,
                    Advice.LEAVE_OUT_PROJECT.of(given));
        }
    }

    /**
     * @throws Failure USAGE if the text has none of these formats
     */
    static EnvironmentReference parse(String text) {
        int colon = text.lastIndexOf(':');
        Mode mode = colon < 0 ? null : Mode.parse(text.substring(colon + 1));
        String rest = colon < 0 ? text : text.substring(0, colon);
        return Id.looksLikeId(rest)
                ? new ById(Id.parse(rest), mode)
                : new OfProject(ProjectReference.parse(rest), mode);
    }

    /**
     * Returns the reference with a mode that was given separately.
     *
     * @param given null if none was given
     * @throws Failure USAGE if it names another mode
     */
    default EnvironmentReference withMode(Mode given) {
        if (given == null || given == mode()) {
            return this;
        }
        if (mode() != null) {
            throw Failure.usage(
                    "the mode is given as " + mode() + " and as " + given, Advice.LEAVE_OUT_MODE.of(mode()));
        }
        return this instanceof ById byId
                ? new ById(byId.id(), given)
                : new OfProject(((OfProject) this).project(), given);
    }

    /**
     * Returns the reference with a project that was given separately.
     *
     * @param given null if none was given
     * @throws Failure USAGE if it names another project
     */
    EnvironmentReference withProject(ProjectReference given);
}
