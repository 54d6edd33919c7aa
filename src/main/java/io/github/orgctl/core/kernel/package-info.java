/**
 * Shared by all services: the unit of work, the resolver of references, access decisions and the audit log. The CLI may
 * use the value types, but must not call methods reserved for services.
 */
package io.github.orgctl.core.kernel;
