package io.github.orgctl.core.document;

import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;

/** The part of a document that describes a member. */
public record MemberDocument(Email email, Role role) {}
