package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;

/** New values for a project; null leaves a value as it is. */
public record ProjectChanges(Name name, Slug slug, Description description) {}
