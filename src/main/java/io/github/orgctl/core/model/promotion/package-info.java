/** Comparisons of environments, the keys of a promotion, and the gates of live. Used by the services and the command line. */
package io.github.orgctl.core.model.promotion;
