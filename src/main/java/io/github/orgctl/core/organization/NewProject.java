package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;

/**
 * A project that is to be made.
 *
 * @param slug null to derive it from the name
 * @param since the first day that usage can be recorded of, or null for its creation
 */
public record NewProject(Name name, Slug slug, Description description, LocalDate since) {
    /** A project that exists from its creation on. */
    public NewProject(Name name, Slug slug, Description description) {
        this(name, slug, description, null);
    }
}
