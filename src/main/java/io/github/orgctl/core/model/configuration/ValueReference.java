package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;

/**
 * A reference of a template to a value.
 *
 * @param environment as {@code ORG/PROJECT:MODE} or by its id; a project, as {@code ORG/PROJECT}, by its id or as
 *     {@link #SHARED}, for its environment of the template's own mode; null for the environment that has the template
 */
public record ValueReference(String environment, Key key) {
    /** Names the shared configuration of the template's own organization. */
    public static final String SHARED = ProjectReference.SHARED;

    /** What references begin with to keys of the shared configuration, and keys do not. */
    public static final String RESERVED = SHARED + ".";

    private static final String FORMS =
            "a reference is ${KEY}, ${" + RESERVED + "KEY} or ${ORG/PROJECT:MODE/KEY}, and $${ stands for ${ itself";

    /**
     * Reads {@code KEY}, {@code shared.KEY} or {@code ENVIRONMENT/KEY}.
     *
     * @throws Failure USAGE when the text has none of these forms
     */
    static ValueReference parse(String text) {
        int slash = text.lastIndexOf('/');
        try {
            if (slash >= 0) {
                String environment = text.substring(0, slash);
                requireOrganization(environment);
                return new ValueReference(environment, new Key(text.substring(slash + 1)));
            }
            return text.startsWith(RESERVED)
                    ? new ValueReference(SHARED, new Key(text.substring(RESERVED.length())))
                    : new ValueReference(null, new Key(text));
        } catch (Failure malformed) {
            throw Failure.usage("the reference '${" + text + "}': " + malformed.getMessage(), FORMS);
        }
    }

    private static void requireOrganization(String environment) {
        if (EnvironmentReference.parse(environment) instanceof EnvironmentReference.OfProject project
                && !project.project().namesOrganization()) {
            throw Failure.usage(
                    "an environment is named by ORG/PROJECT:" + Mode.SANDBOX + " or ORG/PROJECT:" + Mode.LIVE);
        }
    }

    /** The same value named by another environment. */
    public ValueReference in(String other) {
        return new ValueReference(other, key);
    }

    /**
     * The same key of a project's environment of the template's own mode.
     *
     * @param own organization of the template
     * @param organization organization of the project
     */
    public ValueReference in(String own, String organization, String project) {
        boolean isShared = project.equals(SHARED) && organization.equals(own);
        return in(isShared ? SHARED : organization + "/" + project);
    }

    /** As templates spell it between the braces. */
    @Override
    public String toString() {
        return environment == null ? key.path() : environment.equals(SHARED) ? RESERVED + key : environment + "/" + key;
    }
}
