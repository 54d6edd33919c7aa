package io.github.orgctl.core;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.Slug;

/**
 * A project that is to be made.
 *
 * @param slug null to derive it from the name
 */
public record NewProject(Name name, Slug slug, Description description) {}
