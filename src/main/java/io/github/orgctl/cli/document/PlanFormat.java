package io.github.orgctl.cli.document;

import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** How a plan is shown where the usual formats don't do. */
public enum PlanFormat {
    TABLE,
    JSON,
    MARKDOWN,
    JUNIT;

    /**
     * @throws Failure USAGE when there is no format of that name
     */
    public static PlanFormat parse(String text) {
        for (PlanFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("there is no format '" + text + "'", "the formats are table, json, markdown and junit");
    }

    /** The plan as a whole file. Of a table there is none. */
    public String write(ChangePlan plan) {
        return switch (this) {
            case TABLE -> "";
            case JSON -> PlanJson.write(plan);
            case MARKDOWN -> PlanMarkdown.write(plan);
            case JUNIT -> PlanJUnit.write(plan);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
