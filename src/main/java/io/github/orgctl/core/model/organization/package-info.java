/** Organizations, projects and environments, and the references that name them. */
package io.github.orgctl.core.model.organization;
