/** Services for the audit log: listing, export and verification. Used by the command line. */
package io.github.orgctl.core.audit;
