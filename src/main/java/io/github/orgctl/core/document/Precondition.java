package io.github.orgctl.core.document;

/**
 * A state that a plan is based on. It holds until the resource is changed.
 *
 * @param address address of a resource that the plan changes
 * @param state revision and whatever else identifies the state; {@link #ABSENT} if the resource doesn't exist
 */
public record Precondition(String address, String state) implements Comparable<Precondition> {
    public static final String ABSENT = "absent";

    @Override
    public int compareTo(Precondition other) {
        int byAddress = address.compareTo(other.address);
        return byAddress == 0 ? state.compareTo(other.state) : byAddress;
    }
}
