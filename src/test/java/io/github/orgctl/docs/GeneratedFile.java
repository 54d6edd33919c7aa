package io.github.orgctl.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A checked-in file whose content, or a part of it, follows from the program's declarations.
 *
 * @param path from the top of the repository
 * @param content makes the file's text; gets the present one, or an empty text where there is none
 */
record GeneratedFile(Path path, UnaryOperator<String> content) {
    static GeneratedFile whole(String path, Text text) {
        return new GeneratedFile(Path.of(path), present -> text.make());
    }

    /** A file written by hand but for what stands between {@code <!-- generated: NAME -->} and {@code <!-- end -->}. */
    static GeneratedFile section(String path, String name, Text text) {
        return new GeneratedFile(Path.of(path), present -> replaced(path, present, name, text.make()));
    }

    /** Makes a text. */
    interface Text {
        String make();
    }

    String present() throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    String wanted() throws IOException {
        return content.apply(present());
    }

    void renew() throws IOException {
        String wanted = wanted();
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        Files.writeString(path, wanted);
    }

    private static String replaced(String path, String present, String name, String text) {
        String begin = "<!-- generated: " + name + " -->\n";
        int start = present.indexOf(begin);
        int end = present.indexOf("<!-- end -->", Math.max(start, 0));
        if (start < 0 || end < 0) {
            throw new AssertionError(path + " has no place for the section '" + name + "': it needs the lines\n" + begin
                    + "<!-- end -->");
        }
        return present.substring(0, start) + begin + text + present.substring(end);
    }
}
