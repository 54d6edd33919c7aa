package io.github.orgctl.docs;

import io.github.orgctl.cli.app.Cli;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.vault.RandomCredentials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The picture in the README: a session that is run for it, with a fixed clock and fixed ids, and drawn as a terminal
 * would show it.
 */
final class TerminalPicture {
    private static final List<List<String>> SESSION = List.of(
            List.of("org", "create", "Acme Inc", "--use", "--fields", "slug,name,id"),
            List.of("project", "create", "Website", "--fields", "slug,sandboxId,liveId"),
            List.of("env", "list"),
            List.of("env", "show", "website:live", "-o", "json", "--fields", "id,mode,revision"),
            List.of("project", "show", "webiste"));

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)m");
    private static final double FONT_SIZE = 13;
    private static final double CHARACTER = 7.8;
    private static final int LINE = 19;
    private static final int MARGIN = 18;
    private static final int BAR = 34;
    private static final int FEWEST_COLUMNS = 80;

    private static final String STYLE = """
              <style>
                text { font: %spx ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d5dae3; }
                .prompt { fill: #7fb4f0; }
                .typed { fill: #ffffff; }
                .bold { font-weight: bold; fill: #ffffff; }
                .red { fill: #f08080; }
                .green { fill: #8fce8f; }
                .magenta { fill: #d29bf0; }
                .cyan { fill: #6cc7d4; }
                .faint { fill: #8a93a3; }
              </style>
            """.replace("%s", number(FONT_SIZE));

    private final StringBuilder lines = new StringBuilder();
    private int row;
    private int columns = FEWEST_COLUMNS;

    private TerminalPicture() {}

    static String svg() {
        try {
            return new TerminalPicture().draw();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private String draw() throws IOException {
        Path home = Files.createTempDirectory("orgctl-picture");
        try {
            Random random = new Random(7);
            for (List<String> command : SESSION) {
                type(command);
                show(outputOf(command, home, random).replace(home.toString(), "~"));
            }
        } finally {
            delete(home);
        }
        String width = number(2 * MARGIN + columns * CHARACTER);
        int height = BAR + (row - 1) * LINE + MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-label=\"A terminal session with orgctl\">\n" + STYLE
                + "  <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1b1f27\"/>\n"
                + "  <circle cx=\"20\" cy=\"17\" r=\"5\" fill=\"#4a5160\"/>\n"
                + "  <circle cx=\"38\" cy=\"17\" r=\"5\" fill=\"#4a5160\"/>\n"
                + "  <circle cx=\"56\" cy=\"17\" r=\"5\" fill=\"#4a5160\"/>\n" + lines + "</svg>\n";
    }

    private static String outputOf(List<String> command, Path home, Random random) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Io io = new Io(new ByteArrayInputStream(new byte[0]), screen, screen, false, false, false);
        Map<String, String> environment = Map.of("HOME", home.toString(), "FORCE_COLOR", "1");
        Clock clock = Clock.fixed(Instant.parse("2026-01-15T09:30:00Z"), ZoneOffset.UTC);
        Host host = new Host(
                io,
                environment,
                new File(home.toString()),
                clock,
                () -> nextId(random),
                new RandomCredentials(),
                () -> false);
        Cli.run(command.toArray(new String[0]), host);
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static Id nextId(Random random) {
        long version4 = random.nextLong() & ~0xf000L | 0x4000L;
        long variant = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new Id(new UUID(version4, variant).toString());
    }

    private void type(List<String> command) {
        StringBuilder typed = new StringBuilder("orgctl");
        for (String word : command) {
            typed.append(' ').append(word.contains(" ") ? '"' + word + '"' : word);
        }
        row++;
        draw("$ ", 0, "prompt");
        draw(typed.toString(), 2, "typed");
    }

    private void show(String output) {
        for (String line : output.stripTrailing().split("\n")) {
            row++;
            Matcher escape = ESCAPE.matcher(line);
            int column = 0;
            int start = 0;
            String style = "";
            while (escape.find()) {
                String text = line.substring(start, escape.start());
                draw(text, column, style);
                column += text.length();
                style = style(escape.group(1));
                start = escape.end();
            }
            draw(line.substring(start), column, style);
        }
        row++;
    }

    private static String style(String code) {
        return switch (code) {
            case "1" -> "bold";
            case "2", "90" -> "faint";
            case "31", "1;31" -> "red";
            case "32" -> "green";
            case "35" -> "magenta";
            case "36" -> "cyan";
            default -> "";
        };
    }

    private void draw(String text, int column, String style) {
        if (text.isBlank()) {
            return;
        }
        columns = Math.max(columns, column + text.length());
        String stripped = text.stripLeading();
        int start = column + text.length() - stripped.length();
        String shown = stripped.stripTrailing();
        lines.append("  <text x=\"").append(number(MARGIN + start * CHARACTER)).append("\" y=\"");
        lines.append(BAR + row * LINE - 6).append("\" textLength=\"").append(number(shown.length() * CHARACTER));
        lines.append('"').append(style.isEmpty() ? "" : " class=\"" + style + '"');
        lines.append(" xml:space=\"preserve\">");
        lines.append(shown.replace("&", "&amp;").replace("<", "&lt;")).append("</text>\n");
    }

    private static String number(double value) {
        String tenths = String.valueOf(Math.round(value * 10));
        String whole = tenths.length() == 1 ? "0" : tenths.substring(0, tenths.length() - 1);
        return tenths.endsWith("0") ? whole : whole + "." + tenths.charAt(tenths.length() - 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
