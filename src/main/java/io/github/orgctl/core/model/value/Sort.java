package io.github.orgctl.core.model.value;

/**
 * The order a list is asked for in.
 *
 * @param field the name of a field as JSON shows it, such as {@code createdAt}
 */
public record Sort(String field, boolean descending) {
    public static final String ASCENDING = "asc";
    public static final String DESCENDING = "desc";

    /**
     * Reads {@code FIELD}, {@code FIELD:asc} or {@code FIELD:desc}.
     *
     * @throws Failure USAGE for another direction
     */
    public static Sort parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Sort(text, false);
        }
        return switch (text.substring(colon + 1)) {
            case ASCENDING -> new Sort(text.substring(0, colon), false);
            case DESCENDING -> new Sort(text.substring(0, colon), true);
            default -> throw Failure.usage("'" + text + "' is not a sort order", "use FIELD, FIELD:asc or FIELD:desc");
        };
    }
}
