package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files to be written to a directory. Files that are up to date and all other files are left unchanged.
 *
 * @param path path of the directory, relative to the working directory
 * @param files texts by relative path
 */
public record WrittenFolder(String path, Map<String, String> files) {
    /**
     * @throws Failure REFUSED if a file would be outside the directory; IO if it can't be written
     */
    public void write(Path workingDirectory, Messages messages) {
        Path folder = workingDirectory.resolve(path);
        int written = 0;
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                refuseOutside(folder, target);
                byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
                if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), text)) {
                    new AtomicFile(target).write(false, out -> {
                        out.write(text);
                        return null;
                    });
                    written++;
                }
            }
            for (String other : others(folder)) {
                messages.notice("left unchanged, not part of this export: " + other);
            }
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO, "can't write to " + path + ": " + AtomicFile.reason(exception), exception);
        }
        messages.notice(written + " of " + Count.of(files.size(), "file") + " written to " + path);
    }

    private static void refuseOutside(Path folder, Path target) throws IOException {
        boolean inside = target.getParent().toRealPath().startsWith(folder.toRealPath());
        if (!inside || Files.isSymbolicLink(target)) {
            throw new Failure(Failure.Kind.REFUSED, target + " is reached through a symbolic link", "remove the link");
        }
    }

    /** Other documents in the directory. */
    private TreeSet<String> others(Path folder) throws IOException {
        TreeSet<String> others = new TreeSet<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.toList()) {
                String name = folder.relativize(file).toString();
                boolean isDocument = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
                if (isDocument && !name.startsWith(".") && !name.contains("/.") && !files.containsKey(name)) {
                    others.add(name);
                }
            }
        }
        return others;
    }
}
