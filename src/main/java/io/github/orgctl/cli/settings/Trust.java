package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.AtomicFile;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grants of the user, stored in their settings folder: one file for each {@link Grant}, named by its digest, so that
 * a look-up reads nothing and two processes don't get in each other's way.
 */
public final class Trust {
    private static final String SEPARATOR = "\0";
    private static final int PARTS = 4;

    private final Host host;
    private final File folder;

    public Trust(Host host) {
        this.host = host;
        this.folder = new File(host.folder("XDG_CONFIG_HOME", ".config"), "trust");
    }

    /**
     * Finds a settings file.
     *
     * @param path a file or its folder, or null for the nearest at or above the working directory, whoever owns it
     * @throws Failure NOT_FOUND if there is none; USAGE if it is not a directory's settings file
     */
    private File settingsFile(String path) {
        if (path == null) {
            return nearest();
        }
        File named = host.resolve(path).toFile();
        File file = named.isDirectory() ? SettingsFile.inDirectory(named) : named;
        if (!file.equals(SettingsFile.inDirectory(file.getParentFile()))) {
            throw Failure.usage(
                    path + " is never read as a settings file", "a directory's settings file is named .orgctl.json");
        }
        return file;
    }

    private File nearest() {
        for (File at = host.workingDirectory().getAbsoluteFile(); at != null; at = at.getParentFile()) {
            if (SettingsFile.inDirectory(at).isFile()) {
                return SettingsFile.inDirectory(at);
            }
        }
        throw new Failure(
                Failure.Kind.NOT_FOUND,
                "there is no .orgctl.json in " + host.workingDirectory() + " or above",
                "name the file: orgctl trust FILE");
    }

    /**
     * The grant for trusting a settings file in its current state.
     *
     * @param path as in {@link #place}
     * @throws Failure NOT_FOUND if it does not exist; USAGE if it is malformed
     */
    public Grant grant(String path) {
        File file = settingsFile(path);
        if (!file.isFile()) {
            throw new Failure(Failure.Kind.NOT_FOUND, "there is no settings file " + file);
        }
        return SettingsFile.read(file).grant();
    }

    /**
     * The place of a settings file, which need not exist any more.
     *
     * @param path a file or its folder, or null for the nearest at or above the working directory
     */
    public String place(String path) {
        return SettingsFile.place(settingsFile(path));
    }

    public boolean allows(Grant grant) {
        return file(grant).isFile();
    }

    /**
     * Stores a grant until it is revoked. A settings file is trusted with one content at a time.
     *
     * @throws Failure IO if it can't be stored
     */
    public void allow(Grant grant) {
        Path file = file(grant).toPath();
        String text = String.join(SEPARATOR, grant.kind().toString(), grant.place(), grant.digest(), grant.allows());
        try {
            PrivateFolder.create(folder.toPath());
            new AtomicFile(file).write(true, out -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                return null;
            });
        } catch (IOException exception) {
            throw unwritable(exception);
        }
        if (grant.kind() == Grant.Kind.SETTINGS) {
            deleteOthers(grant);
        }
    }

    private void deleteOthers(Grant latest) {
        for (Grant grant : all()) {
            boolean earlier = grant.kind() == latest.kind() && grant.place().equals(latest.place());
            if (earlier && !grant.digest().equals(latest.digest())) {
                delete(grant);
            }
        }
    }

    /** Whether there is a grant for a place with any content. */
    boolean knows(Grant.Kind kind, String place) {
        for (Grant grant : all()) {
            if (grant.kind() == kind && grant.place().equals(place)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Revokes grants.
     *
     * @param digest of the content or the reference, or null for every one of that place
     * @return the revoked grants
     * @throws Failure IO if they can't be removed
     */
    public List<Grant> revoke(Grant.Kind kind, String place, String digest) {
        List<Grant> revoked = new ArrayList<>();
        for (Grant grant : all()) {
            boolean meant = grant.kind() == kind && grant.place().equals(place);
            if (meant && (digest == null || grant.digest().equals(digest))) {
                delete(grant);
                revoked.add(grant);
            }
        }
        return revoked;
    }

    private void delete(Grant grant) {
        try {
            Files.deleteIfExists(file(grant).toPath());
        } catch (IOException exception) {
            throw unwritable(exception);
        }
    }

    /** Everything that is allowed, by kind and place. */
    public List<Grant> all() {
        List<Grant> grants = new ArrayList<>();
        String[] names = folder.list();
        for (String name : names == null ? new String[0] : names) {
            Grant grant = read(new File(folder, name));
            // What lies here under another name allows nothing.
            if (grant != null && grant.name().equals(name)) {
                grants.add(grant);
            }
        }
        grants.sort((one, other) -> (one.kind() + SEPARATOR + one.place() + SEPARATOR + one.allows())
                .compareTo(other.kind() + SEPARATOR + other.place() + SEPARATOR + other.allows()));
        return grants;
    }

    private static Grant read(File file) {
        try {
            List<String> parts = Arrays.asList(Files.readString(file.toPath()).split(SEPARATOR, -1));
            return parts.size() == PARTS
                    ? new Grant(Grant.Kind.named(parts.get(0)), parts.get(1), parts.get(2), parts.get(3))
                    : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private File file(Grant grant) {
        return new File(folder, grant.name());
    }

    private Failure unwritable(IOException exception) {
        return new Failure(
                Failure.Kind.IO,
                "can't write " + folder + ": " + AtomicFile.reason(exception),
                "check that you may write there",
                exception);
    }
}
