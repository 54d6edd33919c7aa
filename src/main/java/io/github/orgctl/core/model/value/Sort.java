package io.github.orgctl.core.model.value;

/**
 * A requested sort order.
 *
 * @param field JSON name of a field, such as {@code createdAt}
 */
public record Sort(String field, boolean descending) {
    public static final String ASCENDING = "asc";
    public static final String DESCENDING = "desc";

    /**
     * Parses {@code FIELD}, {@code FIELD:asc} or {@code FIELD:desc}.
     *
     * @throws Failure USAGE if the direction is invalid
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
