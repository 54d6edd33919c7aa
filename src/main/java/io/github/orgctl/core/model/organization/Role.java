package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Failure;

/** Role of a member in an organization, from the fewest to the most rights. */
public enum Role {
    VIEWER("viewer"),
    DEVELOPER("developer"),
    ADMIN("admin"),
    OWNER("owner");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /**
     * @throws Failure USAGE if the text is not a role
     */
    public static Role parse(String text) {
        for (Role role : values()) {
            if (role.word.equals(text)) {
                return role;
            }
        }
        throw Failure.usage("'" + text + "' is not a role", "a role is viewer, developer, admin or owner");
    }

    @Override
    public String toString() {
        return word;
    }
}
