package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/**
 * How attaching a schema went.
 *
 * @param violations by what the two environments have now
 * @param made whether anything changed
 * @param refusal why the schema was not attached, or null where it was
 */
public record SchemaChange(Project project, List<Violation> violations, boolean made, Failure refusal) {}
