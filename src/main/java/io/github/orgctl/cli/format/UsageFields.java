package io.github.orgctl.cli.format;

import static io.github.orgctl.cli.shape.billing.UsageShape.USAGE;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Timestamps;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fields of a usage record in a file. All columns of {@code usage list} are accepted, so that its output can be
 * imported: the environment ID takes precedence over the name, and derived columns are ignored.
 */
final class UsageFields {
    static final List<String> NAMES = List.of("environment", "metric", "quantity", "at", "key", "corrects");
    private static final String ID = "environmentId";
    private static final int REQUIRED = 3;
    private static final int AT = 3;
    private static final int KEY = 4;
    private static final int CORRECTS = 5;
    private static final Set<String> LISTED = listed();

    private UsageFields() {}

    private static Set<String> listed() {
        Set<String> names = new HashSet<>();
        for (Field<UsageRecord> field : USAGE.fields()) {
            names.add(field.jsonName());
        }
        return names;
    }

    /**
     * Index of a field's value; -1 if the field is ignored.
     *
     * @throws Failure USAGE if there is no such field
     */
    static int place(String field) {
        int place = field.equals(ID) ? 0 : NAMES.indexOf(field);
        if (place < 0 && !LISTED.contains(field)) {
            throw Failure.usage("unknown field '" + field + "'", "the fields are " + String.join(", ", NAMES));
        }
        return place;
    }

    /** Whether a field takes precedence over another one with the same index. */
    static boolean goesFirst(String field) {
        return field.equals(ID);
    }

    /**
     * @throws Failure USAGE if a required value is null, or one is malformed
     */
    static NewUsage usage(String... values) {
        for (int i = 0; i < REQUIRED; i++) {
            if (values[i] == null) {
                throw missing(i);
            }
        }
        String at = given(values[AT]);
        String key = given(values[KEY]);
        String corrects = given(values[CORRECTS]);
        return new NewUsage(
                environment(values[0]),
                new Metric(values[1]),
                Quantity.parse(values[2]),
                at == null ? null : Instant.ofEpochMilli(Timestamps.parse(at)),
                key == null ? null : new UsageKey(key),
                corrects == null ? null : Period.parse(corrects));
    }

    /** An environment that the file names completely, because the current context must not determine who is charged. */
    private static EnvironmentReference environment(String text) {
        EnvironmentReference reference = EnvironmentReference.parse(text);
        if (reference instanceof EnvironmentReference.OfProject && reference.mode() == null) {
            throw Failure.usage(
                    "'" + text + "' is not an environment", "write [ORG/]PROJECT:MODE, or the environment ID");
        }
        return reference;
    }

    /** Requires that the header has all required columns. */
    static void refuseMissing(int... columns) {
        for (int i = 0; i < REQUIRED; i++) {
            if (columns[i] < 0) {
                throw missing(i);
            }
        }
    }

    private static Failure missing(int field) {
        return Failure.usage(
                "missing field '" + NAMES.get(field) + "'",
                "required fields: " + String.join(", ", NAMES.subList(0, REQUIRED)));
    }

    /** An empty string counts as missing. */
    private static String given(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
