/** Keys, values, secrets, revisions and schema findings of an environment. */
package io.github.orgctl.core.model.configuration;
