package io.github.orgctl.core;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Project;
import io.github.orgctl.core.model.Violation;
import java.util.List;

/**
 * How attaching a schema went.
 *
 * @param violations by what the two environments have now
 * @param made whether anything changed
 * @param refusal why the schema was not attached, or null where it was
 */
public record SchemaChange(Project project, List<Violation> violations, boolean made, Failure refusal) {}
