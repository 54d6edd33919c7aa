package io.github.orgctl.core.document;

/**
 * What a plan was made against: it holds as long as nobody changes the resource.
 *
 * @param address of a resource that the plan changes
 * @param state its revision and what else tells it from any other state; {@link #ABSENT} where it doesn't exist
 */
public record Precondition(String address, String state) implements Comparable<Precondition> {
    public static final String ABSENT = "absent";

    @Override
    public int compareTo(Precondition other) {
        int byAddress = address.compareTo(other.address);
        return byAddress == 0 ? state.compareTo(other.state) : byAddress;
    }
}
