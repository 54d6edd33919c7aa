package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Decision;
import io.github.orgctl.core.kernel.Principal;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.List;

/**
 * Rights of a member or token in an organization as a whole, or in one of its projects.
 *
 * @param member a mailbox, with the token if one is used, or the local operator
 * @param project null for the organization as a whole
 * @param role the effective role, or null
 * @param status status of the membership, or null without one
 * @param can rights on the organization or project itself: {@link Rule#verb}
 * @param sandbox rights on the sandbox environment; null without a project
 * @param live rights on the live environment; null without a project
 */
public record Rights(
        String member,
        Slug organization,
        Slug project,
        Role role,
        MemberStatus status,
        List<String> can,
        List<String> sandbox,
        List<String> live) {
    private static final Rule[] OF_ORGANIZATION = {Rule.READ, Rule.MANAGE, Rule.OWN};
    private static final Rule[] OF_PROJECT = {Rule.READ, Rule.MANAGE};
    private static final Rule[] OF_ENVIRONMENT = {Rule.READ, Rule.ENVIRONMENT};

    static Rights of(Principal who, Organization organization) {
        Target target = Target.of(organization);
        return new Rights(
                who.name(),
                organization.slug(),
                null,
                who.role(),
                who.status(),
                verbs(who, target, organization, OF_ORGANIZATION),
                null,
                null);
    }

    static Rights of(Principal who, Organization organization, Project project) {
        return new Rights(
                who.name(),
                organization.slug(),
                project.slug(),
                who.role(),
                who.status(),
                verbs(who, Target.of(project), organization, OF_PROJECT),
                verbs(who, Target.of(project, Mode.SANDBOX), organization, OF_ENVIRONMENT),
                verbs(who, Target.of(project, Mode.LIVE), organization, OF_ENVIRONMENT));
    }

    private static List<String> verbs(Principal who, Target target, Organization organization, Rule... rules) {
        List<String> verbs = new ArrayList<>();
        for (Rule rule : rules) {
            if (Decision.of(who, rule, target, organization.liveWrites()).allowed()) {
                verbs.add(rule.verb());
            }
        }
        return verbs;
    }
}
