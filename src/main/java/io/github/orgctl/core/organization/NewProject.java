package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;

/**
 * A project that is to be made.
 *
 * @param slug null to derive it from the name
 */
public record NewProject(Name name, Slug slug, Description description) {}
