/**
 * Renderers: one per format, with table layout, paging and jq filters. It knows shapes and no other part of the
 * command line.
 */
package io.github.orgctl.cli.output;
