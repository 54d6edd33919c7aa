/** Services for organizations, projects and environments. Used by the command line. */
package io.github.orgctl.core.organization;
