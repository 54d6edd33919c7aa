/**
 * What the services share: the unit of work, the resolver of references, access decisions and the audit log. For the
 * services; the command line may use its values, but not call what only a service may.
 */
package io.github.orgctl.core.kernel;
