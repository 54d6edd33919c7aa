package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Picture of the dashboard: a project of a store that is made for it, cell by cell as the frame has it. */
public final class DashboardPicture {
    private static final int COLUMNS = 112;
    private static final int LINES = 22;
    private static final double CHARACTER = 7.8;
    private static final int LINE = 18;
    private static final int MARGIN = 18;
    private static final String STYLE = """
              <style>
                text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d5dae3; }
                .bold { font-weight: bold; }
                .underlined { text-decoration: underline; }
                .reversed { fill: #1b1f27; }
                .red { fill: #f08080; }
                .green { fill: #8fce8f; }
                .blue { fill: #7fb4f0; }
                .magenta { fill: #d29bf0; }
                .cyan { fill: #6cc7d4; }
              </style>
            """;

    private final StringBuilder cells = new StringBuilder();

    private DashboardPicture() {}

    public static String svg() {
        try {
            Path folder = Files.createTempDirectory("orgctl-picture");
            try {
                return new DashboardPicture().draw(Screen.draw(state(folder)));
            } finally {
                delete(folder);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static State state(Path folder) {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website", "--org", "acme");
        String sandbox = "acme/website:sandbox";
        orgctl.must(
                "config",
                "set",
                "api.url=https://api.example.com",
                "auth.mfa.enabled=true",
                "limits.users=50",
                "--env",
                sandbox);
        orgctl.must("config", "note", "limits.users", "Seats per team", "--env", sandbox);
        orgctl.must("env", "promote", "acme/website", "--yes", "--allow-new-domains");
        orgctl.must("config", "set", "limits.users=70", "theme=dark", "--env", sandbox);
        orgctl.typing("sk_test").must("secret", "set", "stripe.key", "--env", sandbox);
        DashboardDriver dashboard = new DashboardDriver(orgctl, COLUMNS, LINES, false, "acme");
        return dashboard.press("Enter", "Down", "Down").state();
    }

    private String draw(Frame frame) {
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); ) {
                x = run(frame, x, y);
            }
        }
        String size =
                "\"" + (int) (2 * MARGIN + COLUMNS * CHARACTER) + "\" height=\"" + (2 * MARGIN + LINES * LINE) + "\"";
        String box = "0 0 " + size.replace("\"", "").replace(" height=", " ");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box + "\" width=" + size
                + " role=\"img\" aria-label=\"The dashboard of orgctl\">\n" + STYLE
                + "  <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1b1f27\"/>\n" + cells + "</svg>\n";
    }

    /** Draws the cells from one on that have the same style, and returns the column behind them. */
    private int run(Frame frame, int from, int y) {
        Style style = frame.style(from, y);
        StringBuilder text = new StringBuilder();
        int end = from;
        while (end < frame.width() && frame.style(end, y).equals(style)) {
            text.append(frame.cluster(end++, y));
        }
        if (style.reversed()) {
            cells.append("  <rect x=\"")
                    .append(number(MARGIN + from * CHARACTER))
                    .append("\" y=\"");
            cells.append(MARGIN + y * LINE).append("\" width=\"").append(number((end - from) * CHARACTER));
            cells.append("\" height=\"").append(LINE).append("\" fill=\"#d5dae3\"/>\n");
        }
        if (!text.toString().isBlank()) {
            cells.append("  <text x=\"")
                    .append(number(MARGIN + from * CHARACTER))
                    .append("\" y=\"");
            cells.append(MARGIN + y * LINE + 13).append("\" textLength=\"").append(number((end - from) * CHARACTER));
            cells.append("\" class=\"").append(classes(style)).append("\" xml:space=\"preserve\">");
            cells.append(text.toString().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</text>\n");
        }
        return end;
    }

    private static String classes(Style style) {
        return style.color().name().toLowerCase(Locale.ROOT)
                + (style.bold() ? " bold" : "")
                + (style.underlined() ? " underlined" : "")
                + (style.reversed() ? " reversed" : "");
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
