package io.github.orgctl.cli.host;

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
 * Files that a command writes into a folder. Those that are as they should be are left alone, and so is whatever else the
 * folder has.
 *
 * @param path of the folder, relative to the working directory
 * @param files their texts by their names, which may have folders in them
 */
public record WrittenFolder(String path, Map<String, String> files) {
    /**
     * @throws Failure REFUSED when a file would be written outside the folder; IO when it can't be written
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
                messages.notice("not in the store, left alone: " + other);
            }
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO, "can't write to " + path + ": " + AtomicFile.reason(exception), exception);
        }
        messages.notice(
                written + " of " + files.size() + (files.size() == 1 ? " file" : " files") + " written to " + path);
    }

    private static void refuseOutside(Path folder, Path target) throws IOException {
        boolean inside = target.getParent().toRealPath().startsWith(folder.toRealPath());
        if (!inside || Files.isSymbolicLink(target)) {
            throw new Failure(Failure.Kind.REFUSED, target + " is behind a link", "remove the link");
        }
    }

    /** Documents in the folder that are none of these. */
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
