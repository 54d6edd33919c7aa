/** Replies of verbs, the questions before them, and writing them. Used by verbs and commands. */
package io.github.orgctl.cli.reply;
