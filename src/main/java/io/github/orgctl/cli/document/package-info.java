/**
 * Documents in YAML and JSON, saved plans, and plans as JSON, Markdown and JUnit: how they are read and written. Used by
 * verbs and commands.
 */
package io.github.orgctl.cli.document;
