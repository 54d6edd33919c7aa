/** Services for organizations, projects, environments and the store. Used by the command line. */
package io.github.orgctl.core.organization;
