package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.organization.Mode;

/** The resource of a row: opened by Enter and changed by actions. */
sealed interface Item {
    /** Reference of the resource in commands; copied by {@code y}. */
    String reference();

    /**
     * @param reference its slug
     */
    record OfOrganization(String reference, String name) implements Item {}

    /**
     * @param reference {@code ORG/PROJECT}
     */
    record OfProject(String reference, String name) implements Item {}

    /**
     * Key of an environment.
     *
     * @param value as {@code config set} takes it; null for one that is not set here, or is a secret
     * @param type what makes {@code config set} take it for what it is: one of {@link Tasks#TYPES}
     */
    record OfKey(String project, Mode mode, String key, String value, String type, boolean secret) implements Item {
        @Override
        public String reference() {
            return value == null ? key : value;
        }
    }

    /** Revision of an environment. */
    record OfRevision(String project, Mode mode, long number) implements Item {
        @Override
        public String reference() {
            return Long.toString(number);
        }
    }

    /**
     * @param reference the e-mail address
     */
    record OfMember(String organization, String reference, String role, boolean suspended) implements Item {}

    /**
     * @param reference the e-mail address
     */
    record OfInvitation(String organization, String reference, boolean pending) implements Item {}

    /** Organization or project in the trash. */
    record Deleted(boolean project, String reference) implements Item {}

    /** A resource that can only be read and copied. */
    record Plain(String reference) implements Item {}
}
