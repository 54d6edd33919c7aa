package io.github.orgctl.cli.document;

import io.github.orgctl.cli.text.VisibleJson;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange;
import io.github.orgctl.core.document.PlannedChange.Operation;
import java.util.ArrayList;
import java.util.List;

/** A plan as a JUnit report, in which each change is a failed test and each acknowledged difference a skipped one. */
final class PlanJUnit {
    private PlanJUnit() {}

    static String write(ChangePlan plan) {
        List<PlannedChange> tests = new ArrayList<>(plan.entries());
        tests.removeIf(entry -> entry.operation() == Operation.KEEP);
        long skipped = plan.count(Operation.ACKNOWLEDGED);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"orgctl plan\" tests=\"")
                .append(Math.max(1, tests.size()))
                .append("\" failures=\"")
                .append(tests.size() - skipped)
                .append("\" skipped=\"")
                .append(skipped)
                .append("\">\n");
        if (tests.isEmpty()) {
            xml.append("  <testcase classname=\"plan\" name=\"no changes\"/>\n");
        }
        for (PlannedChange test : tests) {
            xml.append("  <testcase classname=\"")
                    .append(test.resource())
                    .append("\" name=\"")
                    .append(escaped(test.name()))
                    .append("\">")
                    .append(test.isChange() ? failure(test) : "<skipped message=\"acknowledged\"/>")
                    .append("</testcase>\n");
        }
        for (ChangePlan.Deletions each : plan.deletions()) {
            xml.append("  <system-out>").append(each).append("</system-out>\n");
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static String failure(PlannedChange change) {
        return "<failure message=\"" + change.operation() + "\">" + escaped(detail(change)) + "</failure>";
    }

    private static String detail(PlannedChange change) {
        String before = change.before() == null ? "" : "- " + VisibleJson.of(change.before()) + "\n";
        String after = change.after() == null ? "" : "+ " + VisibleJson.of(change.after());
        return before + after;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
