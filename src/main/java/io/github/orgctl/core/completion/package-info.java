/** What completion offers from the store. Used by completion on the command line. */
package io.github.orgctl.core.completion;
