/** Templates: binding and resolving references, and protecting their targets from removal. */
package io.github.orgctl.core.reference;
