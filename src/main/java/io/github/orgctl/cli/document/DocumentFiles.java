package io.github.orgctl.cli.document;

import io.github.orgctl.cli.format.SourceText;
import io.github.orgctl.cli.host.AtomicFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the files to read documents from: the given files, and in folders all that end in .yaml, .yml or .json, sorted
 * by name. Hidden files are ignored, other files are reported, and links must not lead out of the folder.
 */
public final class DocumentFiles {
    private final Input input;
    private final List<SourceText> texts = new ArrayList<>();

    private DocumentFiles(Input input) {
        this.input = input;
    }

    /**
     * Reads the texts of documents.
     *
     * @param names files or folders, relative to the working directory, or {@code -} for standard input
     * @throws Failure USAGE if one can't be read, or a folder has no document
     */
    public static List<SourceText> read(Input input, List<String> names) {
        return new DocumentFiles(input).read(names);
    }

    private List<SourceText> read(List<String> names) {
        for (String name : names) {
            Path path = name.equals("-") ? null : input.resolve(name);
            if (path != null && Files.isDirectory(path)) {
                int before = texts.size();
                readFolder(name, path);
                if (texts.size() == before) {
                    throw Failure.usage(
                            "no documents in folder " + name, "documents are files ending in .yaml, .yml or .json");
                }
            } else {
                add(name, name.equals("-") ? "standard input" : name);
            }
        }
        return texts;
    }

    private void add(String path, String name) {
        texts.add(new SourceText(name, input.text(path), path.endsWith(".json")));
    }

    private void readFolder(String name, Path folder) {
        List<String> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            Path real = folder.toRealPath();
            found.filter(path -> !isHidden(folder, path) && !Files.isDirectory(path))
                    .forEach(path -> {
                        refuseOutside(real, path);
                        files.add(folder.relativize(path).toString());
                    });
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(name, unreadable.getCause());
        }
        files.sort(null);
        String prefix = name.endsWith("/") ? name : name + "/";
        for (String file : files) {
            if (file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".json")) {
                add(prefix + file, prefix + file);
            } else {
                input.notice("ignored " + prefix + file + ": not .yaml, .yml or .json");
            }
        }
    }

    private static Failure unreadable(String name, IOException cause) {
        return new Failure(Failure.Kind.IO, "can't read the folder " + name + ": " + AtomicFile.reason(cause), cause);
    }

    private static boolean isHidden(Path folder, Path path) {
        for (Path part : folder.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static void refuseOutside(Path folder, Path path) {
        try {
            if (Files.isSymbolicLink(path) && !path.toRealPath().startsWith(folder)) {
                throw new Failure(Failure.Kind.REFUSED, path + " is a link that leads out of the folder");
            }
        } catch (IOException dangling) {
            throw new UncheckedIOException(dangling);
        }
    }
}
