/**
 * Files that users bring or take away: dotenv, YAML, JSON, CSV, usage records and the statement as a page. Used by
 * parameters and commands.
 */
package io.github.orgctl.cli.format;
