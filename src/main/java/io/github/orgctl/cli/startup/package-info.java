/**
 * The archive of classes that lets the virtual machine start with the program's classes parsed, checked and linked:
 * half of a short command's time. The launcher, {@code src/main/launcher/orgctl}, uses it; this package makes it and
 * says whether it still fits, and keeps a process that waits on the classes that it started with.
 */
package io.github.orgctl.cli.startup;
