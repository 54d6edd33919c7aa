/** Audit events, their canonical text and their hash chain. */
package io.github.orgctl.core.model.audit;
