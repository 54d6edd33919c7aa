package io.github.orgctl.core.document;

import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;

/** What a document says about a member of an organization. */
public record MemberDocument(Email email, Role role) {}
