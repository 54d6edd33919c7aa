/** Verbs that change the store: what each kind asks, shows and does first. Used by commands. */
package io.github.orgctl.cli.verb.change;
