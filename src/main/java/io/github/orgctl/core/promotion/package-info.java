/**
 * Promotion from sandbox to live: the three-way merge, its plan, its gates and its conflicts. Used by the command
 * line.
 */
package io.github.orgctl.core.promotion;
