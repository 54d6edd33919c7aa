/**
 * Settings and where they come from: options, environment variables, the directory's file, the user's file, and what
 * the user trusts. Used by {@code cli.verb}, the commands and completion.
 */
package io.github.orgctl.cli.settings;
