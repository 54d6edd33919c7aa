package io.github.orgctl.core;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.Slug;

/** New values for a project; null leaves a value as it is. */
public record ProjectChanges(Name name, Slug slug, Description description) {}
