package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;

/**
 * A project to create.
 *
 * @param slug null to derive it from the name
 * @param since the first day for which usage can be recorded, or null for the day of creation
 */
public record NewProject(Name name, Slug slug, Description description, LocalDate since) {
    /** A project for which usage can be recorded from its creation. */
    public NewProject(Name name, Slug slug, Description description) {
        this(name, slug, description, null);
    }
}
