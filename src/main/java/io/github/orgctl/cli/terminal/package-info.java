/**
 * Terminal in raw mode: keys, pasted text, size, suspension, and the mode that it is given back in. For what is drawn on
 * it: pickers and the dashboard. Nothing here is loaded by other commands.
 *
 * <p>One thread reads keys, ticks and notices alike, byte by byte and never ahead, so that what is typed behind the last key
 * belongs to the next program. JLine's terminal reads ahead in a thread of its own, and its shutdown hook races with the one
 * that has a signal end this program; what it would add is a native library more and what Windows needs, where the launcher
 * does not run.
 */
package io.github.orgctl.cli.terminal;
