package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.settings.Grant;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.cli.settings.Trust;
import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.vault.FileOwner;
import java.io.File;
import java.io.IOException;

/**
 * Decides which files and commands a store's references may use. The user's own store is trusted: a SQLite file that
 * nobody else may write and that was not selected by a directory's settings file. Other stores may have been written by
 * somebody else, so each file and command requires consent once.
 */
final class ReferenceTrust {
    private final CommandSession session;
    private final Trust trust;

    ReferenceTrust(CommandSession session) {
        this.session = session;
        this.trust = new Trust(session.host());
    }

    /**
     * @throws Failure REFUSED if it is not trusted and the user does not consent
     */
    void require(SecretReference reference) {
        if (reference.kind() == SecretKind.ENV || isOwn()) {
            return;
        }
        Grant grant = grant(session, reference);
        if (trust.allows(grant)) {
            return;
        }
        if (!agrees(grant)) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the store " + grant.place() + " can be changed by other users, and its reference " + reference
                            + " is not trusted",
                    "review it, then run: orgctl trust --reference " + ShellWord.of(reference.toString()));
        }
        trust.allow(grant);
    }

    private boolean agrees(Grant grant) {
        Conversation conversation = session.conversation();
        if (!conversation.isInteractive()) {
            return false;
        }
        conversation.notice("the store " + grant.place()
                + " can be changed by other users, and one of its secrets refers to " + grant.allows());
        return conversation.agrees("Trust this reference from now on? [y/N]", false);
    }

    private boolean isOwn() {
        Settings settings = session.settings();
        if (settings.storeIsOfDirectory() || isServer(settings.store())) {
            return false;
        }
        try {
            FileOwner owner = FileOwner.of(new File(settings.store()).toPath());
            return owner.isCurrentUser() && !owner.isWritableByOthers();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isServer(String store) {
        return store.indexOf("://") >= 0;
    }

    /** The grant that trusts a reference in the current store. */
    static Grant grant(CommandSession session, SecretReference reference) {
        String store = session.settings().store();
        String text = reference.toString();
        return new Grant(Grant.Kind.REFERENCE, place(store, session.host()), Sha256.of(text), text);
    }

    private static String place(String store, Host host) {
        if (isServer(store)) {
            return JdbcStore.shown(store, host.environment());
        }
        try {
            return new File(store).getCanonicalPath();
        } catch (IOException unresolvable) {
            return store;
        }
    }
}
