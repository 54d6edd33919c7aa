/** Tests of the program as it is installed: the launcher, the jar, the unpacked libraries and the archive of classes. */
package io.github.orgctl.packaged;
