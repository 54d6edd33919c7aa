/** Templates: what their references mean, what they resolve to, and what breaks when a target goes. */
package io.github.orgctl.core.reference;
