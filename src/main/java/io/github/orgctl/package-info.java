/** The entry point of the program. Nothing uses it. */
package io.github.orgctl;
