/**
 * What Jansi is given so that a command in a terminal need not wait 20 ms for the size of its window: a loader of its
 * native library that only loads it. It stands before Jansi's own on the class path, and the packaged jar leaves that out.
 * It rests on version {@value org.fusesource.jansi.internal.JansiLoader#VERSION}; {@code JansiPinTest} fails when that
 * version changes.
 */
package org.fusesource.jansi.internal;
