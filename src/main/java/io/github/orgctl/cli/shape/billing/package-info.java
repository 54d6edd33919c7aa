/** Shapes of billing accounts, price plans, statements and usage. Used by commands and the reference pages. */
package io.github.orgctl.cli.shape.billing;
