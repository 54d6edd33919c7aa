package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.CompletionFiles;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.cli.settings.Grant;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.cli.settings.Trust;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.cli.startup.Archive;
import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.configuration.DueItem;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.port.Store;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/** Diagnoses the installation: everything on the machine that orgctl depends on. */
public final class Doctor {
    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_TRIED_JAVA = 25;

    private static final RotationPeriod SOON = new RotationPeriod("3d");
    private static final int MOST_NAMED = 3;

    private final CommandSession session;
    private final Host host;

    public Doctor(CommandSession session) {
        this.session = session;
        this.host = session.host();
    }

    /** Runs all checks. */
    public List<Finding> examine() {
        return List.of(
                java(), archive(), settings(), trust(), store(), expiry(), permissions(), completion(), terminal());
    }

    private Finding java() {
        int version = Runtime.version().feature();
        String found = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        boolean tried = version >= OLDEST_JAVA && version <= NEWEST_TRIED_JAVA;
        return new Finding(
                "java",
                tried,
                tried
                        ? found
                        : found + "; tested with " + OLDEST_JAVA + " to " + NEWEST_TRIED_JAVA
                                + ": set JAVA_HOME to one");
    }

    private Finding archive() {
        if (Archive.failed()) {
            return new Finding(
                    "archive",
                    false,
                    "it could not be created in " + Archive.folder() + ": remove that folder to try again");
        }
        return switch (Archive.state()) {
            case CURRENT -> new Finding("archive", true, "in use: " + Archive.folder());
            case NONE, STALE ->
                new Finding("archive", true, "is being created for this version of Java in " + Archive.folder());
            case OFF -> new Finding("archive", true, "switched off, or not started by bin/orgctl");
        };
    }

    private Finding store() {
        try (Store store = session.openStore()) {
            StoreInfo info =
                    store.inTx(Store.Purpose.READ, tx -> tx.inspection().info());
            return new Finding(
                    "store", true, info.location() + (info.exists() ? " opens" : " is created by the first change"));
        } catch (Failure failure) {
            String hint = failure.hint() == null ? "" : ": " + HintSpelling.of(failure.hint());
            return new Finding("store", false, failure.getMessage() + hint);
        }
    }

    /** Checks for expiring secrets, tokens and invitations visible to the acting identity. */
    private Finding expiry() {
        try (Store store = session.openStore()) {
            List<DueItem> due = store.inTx(
                    Store.Purpose.READ,
                    tx -> session.services(tx, null, Store.Purpose.READ).due().everywhere(SOON));
            if (due.isEmpty()) {
                return new Finding("expiry", true, "nothing expires within " + SOON);
            }
            StringBuilder detail = new StringBuilder();
            for (DueItem item : due.subList(0, Math.min(MOST_NAMED, due.size()))) {
                detail.append(detail.length() == 0 ? "" : "; ")
                        .append(item.kind() + " " + item.name() + " of " + item.place())
                        .append(item.overdue() ? " was due at " : " is due at ")
                        .append(Timestamps.text(item.at()));
            }
            String more = due.size() > MOST_NAMED ? " and " + (due.size() - MOST_NAMED) + " more" : "";
            return new Finding("expiry", false, detail + more + ": see orgctl secret due --all --all-orgs");
        } catch (Failure failure) {
            return new Finding("expiry", true, "not checked: " + failure.getMessage());
        }
    }

    /** Checks the settings files, and the permissions of the directory with the user's and with trusted references. */
    private Finding settings() {
        List<Failure> faults = session.settings().faults();
        if (!faults.isEmpty()) {
            Failure first = faults.get(0);
            return new Finding(
                    "settings",
                    false,
                    first.getMessage() + (first.hint() == null ? "" : ": " + HintSpelling.of(first.hint())));
        }
        Path folder = host.folder("XDG_CONFIG_HOME", ".config").toPath();
        try {
            if (!Files.isDirectory(folder)) {
                return new Finding("settings", true, folder + " is created when needed");
            }
            boolean open = isOpen(folder);
            return new Finding(
                    "settings",
                    !open,
                    open ? "other users can read " + folder + ": chmod 700 " + quoted(folder) : folder + " is private");
        } catch (IOException | UnsupportedOperationException exception) {
            return new Finding("settings", true, "this file system has no permissions");
        }
    }

    private Finding trust() {
        Settings settings = session.settings();
        Grant wanting = settings.wanting();
        if (wanting != null) {
            return new Finding(
                    "trust",
                    false,
                    wanting.place() + " sets " + wanting.allows() + " and is not trusted: review it, then run: orgctl"
                            + " trust " + ShellWord.of(wanting.place()));
        }
        if (!settings.notices().isEmpty()) {
            return new Finding("trust", false, String.join("; ", settings.notices()));
        }
        int trusted = new Trust(host).all().size();
        return new Finding(
                "trust", true, trusted == 0 ? "nothing is trusted" : trusted + " trusted: see orgctl trust --list");
    }

    private static boolean isOpen(Path path) throws IOException {
        for (PosixFilePermission permission : Files.getPosixFilePermissions(path)) {
            if (!permission.name().startsWith("OWNER_")) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(Path path) {
        return ShellWord.of(path.toString());
    }

    private Finding permissions() {
        String store = session.settings().namedStore();
        Path file = Path.of(store.contains("://") ? "" : store);
        try {
            if (!Files.isRegularFile(file)) {
                return new Finding("permissions", true, "no file");
            }
            boolean open = isOpen(file);
            return new Finding(
                    "permissions",
                    !open,
                    open
                            ? "other users can read or write the store: chmod 600 '" + file + "'"
                            : "the store is private");
        } catch (IOException | UnsupportedOperationException exception) {
            return new Finding("permissions", true, "this file system has no permissions");
        }
    }

    private Finding completion() {
        String path = host.variable("SHELL");
        String shell = path == null ? "" : new File(path).getName();
        CompletionFiles files = CompletionFiles.of(shell, host);
        if (files == null) {
            return new Finding("completion", true, "SHELL is not bash, zsh or fish");
        }
        String found = files.found();
        if (files.hiding() != null) {
            return new Finding(
                    "completion",
                    false,
                    files.hiding() + " does not list " + found + ": rm "
                            + quoted(files.hiding().toPath()));
        }
        // A choice of the user's, not a fault of the installation.
        return new Finding(
                "completion",
                true,
                found != null ? shell + ": " + found : "not set up for " + shell + ": run orgctl completion install");
    }

    private Finding terminal() {
        Io io = host.io();
        if (!io.outIsTerminal()) {
            return new Finding("terminal", true, "standard output is not a terminal: no colour, no paging");
        }
        String term = host.variable("TERM");
        boolean capable = term != null && !term.equals("dumb");
        return new Finding("terminal", capable, capable ? term : "TERM is not set to the type of the terminal");
    }
}
