package io.github.orgctl.cli.document;

import io.github.orgctl.cli.text.VisibleJson;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange;
import java.util.List;

/** A plan as a JUnit report, in which each change is a failed test. */
final class PlanJUnit {
    private PlanJUnit() {}

    static String write(ChangePlan plan) {
        List<PlannedChange> changes = plan.changes();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"orgctl plan\" tests=\"")
                .append(Math.max(1, changes.size()))
                .append("\" failures=\"")
                .append(changes.size())
                .append("\">\n");
        if (changes.isEmpty()) {
            xml.append("  <testcase classname=\"plan\" name=\"no changes\"/>\n");
        }
        for (PlannedChange change : changes) {
            xml.append("  <testcase classname=\"")
                    .append(change.resource())
                    .append("\" name=\"")
                    .append(escaped(change.name()))
                    .append("\"><failure message=\"")
                    .append(change.operation())
                    .append("\">")
                    .append(escaped(detail(change)))
                    .append("</failure></testcase>\n");
        }
        return xml.append("</testsuite>\n").toString();
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
