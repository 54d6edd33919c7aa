package io.github.orgctl.cli.document;

import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** Additional output format of plans. */
public enum PlanFormat {
    TABLE,
    JSON,
    MARKDOWN,
    JUNIT;

    /** @throws Failure USAGE if there is no such format */
    public static PlanFormat parse(String text) {
        for (PlanFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("there is no format '" + text + "'", "the formats are table, json, markdown and junit");
    }

    /** Writes the plan as the content of a file; not supported for a table. */
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
