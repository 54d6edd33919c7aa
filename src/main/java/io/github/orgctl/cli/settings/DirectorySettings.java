package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.vault.FileOwner;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The settings of the working directory: the nearest {@code .orgctl.json} at or above it. Anybody may have written such
 * a file, which comes with what is checked out or unpacked. It may choose organization, project, mode and output; which
 * store is opened, who acts and which pager is started is only chosen by a file whose content the user trusts. A file that belongs to another
 * user, or that everybody may write, is ignored unless it is trusted.
 */
final class DirectorySettings {
    private final Trust trust;
    private final boolean tolerant;
    private final List<String> notices = new ArrayList<>();
    private final SettingsFile file;

    /** @param tolerant whether errors are collected rather than thrown */
    DirectorySettings(Host host, boolean tolerant) {
        this.trust = new Trust(host);
        this.tolerant = tolerant;
        this.file = nearest(host.workingDirectory());
    }

    private SettingsFile nearest(File directory) {
        for (File folder = directory.getAbsoluteFile(); folder != null; folder = folder.getParentFile()) {
            File candidate = SettingsFile.inDirectory(folder);
            if (candidate.isFile()) {
                SettingsFile found = accepted(candidate);
                if (found != null) {
                    return found;
                }
            }
        }
        return SettingsFile.read(null);
    }

    /** The file, or null if it is ignored. */
    private SettingsFile accepted(File candidate) {
        String doubt = doubt(candidate);
        if (doubt == null) {
            return tolerant ? SettingsFile.readable(candidate) : SettingsFile.read(candidate);
        }
        try {
            SettingsFile read = SettingsFile.read(candidate);
            if (trust.allows(read.grant())) {
                return read;
            }
        } catch (Failure unreadable) {
            // What another user writes there is no error of this one's.
        }
        notices.add("ignored " + candidate + ": " + doubt + "; review it, then run: " + command(candidate));
        return null;
    }

    /** Why a file may be another user's doing, or null. */
    private static String doubt(File candidate) {
        try {
            FileOwner owner = FileOwner.of(candidate.toPath());
            if (!owner.isCurrentUser() || !FileOwner.ofLink(candidate.toPath()).isCurrentUser()) {
                return "it belongs to another user";
            }
            return owner.isWritableByEveryone() ? "every user can write it" : null;
        } catch (IOException gone) {
            return "its owner is unknown";
        }
    }

    /** The value of a setting, or null; trusted or not. */
    String get(String key) {
        return file.get(key);
    }

    /** The keys that its file has, those of settings and others. */
    Set<String> keys() {
        return file.values().keySet();
    }

    File file() {
        return file.file();
    }

    List<Failure> faults() {
        return file.faults();
    }

    /** Notices about ignored files, and about ignored settings of the file in effect. */
    List<String> notices() {
        if (file.get(Setting.PAGER.key()) != null && !isTrusted()) {
            notices.add(
                    "ignored the pager in " + file() + ": it is not trusted; review it, then run: " + command(file()));
        }
        if (file.namesAliases()) {
            notices.add("ignored the aliases in " + file() + ": only your own count, set with: orgctl alias set");
        }
        return notices;
    }

    /** The grant for trusting it. */
    Grant grant() {
        return file.grant();
    }

    /** Whether its store, actor and pager count. */
    boolean isTrusted() {
        return trust.allows(grant());
    }

    /** Whether a setting takes the user's trust. */
    static boolean needsTrust(Setting setting) {
        return setting == Setting.STORE || setting == Setting.ACTOR || setting == Setting.PAGER;
    }

    /** The failure that answers to the use of a setting that counts only in a trusted file. */
    Failure untrusted(Setting setting) {
        boolean changed = trust.knows(Grant.Kind.SETTINGS, grant().place());
        return new Failure(
                Failure.Kind.REFUSED,
                "the settings file " + file() + " sets the " + setting.key() + ", and "
                        + (changed ? "has changed since it was trusted" : "is not trusted"),
                "review it, then run: " + command(file()) + "; or set it with " + setting.option() + " or "
                        + setting.variable());
    }

    private static String command(File file) {
        return "orgctl trust " + ShellWord.of(file.getPath());
    }
}
