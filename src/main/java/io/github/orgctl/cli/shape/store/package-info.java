/** Shapes of stores and of operations on whole stores. Used by commands and the reference pages. */
package io.github.orgctl.cli.shape.store;
