/** Audit events, their canonical text and the hash chain over them. */
package io.github.orgctl.core.model.audit;
