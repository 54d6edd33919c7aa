/**
 * File formats that users import or export: dotenv, YAML, JSON, CSV, usage records and the statement page. Used by
 * parameters and commands.
 */
package io.github.orgctl.cli.format;
