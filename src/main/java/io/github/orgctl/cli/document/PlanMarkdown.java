package io.github.orgctl.cli.document;

import io.github.orgctl.cli.text.VisibleJson;
import io.github.orgctl.core.document.ChangeGate;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange;
import io.github.orgctl.core.document.PlannedChange.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as a comment on a pull request: most important first, within the size limit. Text from the store or the
 * documents is in a fence that it can't close.
 */
final class PlanMarkdown {
    /** GitHub's limit, less the text around the lines. */
    private static final int MAX_BYTES = 60_000;

    private static final int MAX_LINE = 2_000;

    private PlanMarkdown() {}

    static String write(ChangePlan plan) {
        StringBuilder text = new StringBuilder("### orgctl plan: ")
                .append(plan.isEmpty() ? "no changes" : plan.summary())
                .append("\n\n");
        for (ChangeGate gate : plan.needed()) {
            text.append("- ")
                    .append(plan.opened().contains(gate) ? "allowed" : "**requires**")
                    .append(" `--allow-")
                    .append(gate)
                    .append("`: ")
                    .append(gate.risk())
                    .append(" (")
                    .append(plan.behind(gate))
                    .append(")\n");
        }
        if (plan.count(Operation.KEEP) > 0) {
            text.append("- ").append(plan.count(Operation.KEEP)).append(" not in the documents, left alone\n");
        }
        if (plan.count(Operation.ACKNOWLEDGED) > 0) {
            text.append("- ").append(plan.count(Operation.ACKNOWLEDGED)).append(" acknowledged\n");
        }
        List<String> lines = new ArrayList<>();
        plan.deletions().forEach(each -> lines.add("! " + each));
        for (Operation operation : List.of(Operation.DELETE, Operation.UPDATE, Operation.CREATE)) {
            for (PlannedChange change : plan.entries()) {
                if (change.operation() == operation) {
                    lines.add(line(change));
                }
            }
        }
        if (!lines.isEmpty()) {
            appendFenced(text, lines);
        }
        return text.toString();
    }

    private static String line(PlannedChange change) {
        String sign =
                switch (change.operation()) {
                    case CREATE -> "+ ";
                    case DELETE -> "- ";
                    default -> "! ";
                };
        StringBuilder line = new StringBuilder(sign)
                .append(change.operation())
                .append(' ')
                .append(change.resource())
                .append(' ')
                .append(change.name());
        if (change.before() != null) {
            line.append(": ").append(VisibleJson.of(change.before()));
        }
        if (change.after() != null) {
            line.append(change.before() == null ? ": " : " -> ").append(VisibleJson.of(change.after()));
        }
        if (line.length() <= MAX_LINE) {
            return line.toString();
        }
        int cut = Character.isHighSurrogate(line.charAt(MAX_LINE - 1)) ? MAX_LINE - 1 : MAX_LINE;
        return line.substring(0, cut) + "…";
    }

    private static void appendFenced(StringBuilder text, List<String> lines) {
        int bytes = text.length();
        int shown = 0;
        int backticks = 2;
        StringBuilder fenced = new StringBuilder();
        for (String line : lines) {
            bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > MAX_BYTES) {
                break;
            }
            shown++;
            backticks = Math.max(backticks, longestRun(line));
            fenced.append(line).append('\n');
        }
        String fence = "`".repeat(backticks + 1);
        text.append(text.charAt(text.length() - 2) == '\n' ? "" : "\n")
                .append(fence)
                .append("diff\n")
                .append(fenced)
                .append(fence)
                .append('\n');
        if (shown < lines.size()) {
            text.append("\nand ").append(lines.size() - shown).append(" more\n");
        }
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
