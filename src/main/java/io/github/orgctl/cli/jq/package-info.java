/** jq expressions: their compilation, functions and numbers. Used by {@code cli.output}. */
package io.github.orgctl.cli.jq;
