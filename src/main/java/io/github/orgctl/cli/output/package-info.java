/**
 * Renderers, one per format, with table layout, paging and jq filters. Depends on shapes, and on no other part of the
 * command line.
 */
package io.github.orgctl.cli.output;
