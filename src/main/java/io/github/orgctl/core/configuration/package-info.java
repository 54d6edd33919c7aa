/**
 * Services for configuration, schemas and secrets, and the one writer of environments. Used by the command line and by
 * promotion.
 */
package io.github.orgctl.core.configuration;
