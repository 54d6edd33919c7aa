package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.configuration.DueItem;
import io.github.orgctl.core.model.configuration.DueItem.Kind;
import io.github.orgctl.core.model.configuration.DueItem.Reason;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Finds secrets, tokens and invitations that expire or are due for rotation. */
public final class DueService {
    private static final Page<Token> TOKENS = new Page<>(null, null, null);
    private static final Page<Invitation> INVITATIONS = new Page<>(null, null, null);

    private final Tx tx;
    private final Access access;
    private final Resolver resolver;
    private final Instant now;

    public DueService(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
        this.resolver = work.resolver();
        this.now = work.now();
    }

    /**
     * Lists what is overdue or due within a period, most urgent first. Includes only tokens and invitations that are
     * still valid.
     *
     * @param allOrganizations all organizations instead of the current one
     * @param credentials whether to include tokens and invitations, if the acting identity may list them
     */
    public List<DueItem> within(RotationPeriod period, boolean allOrganizations, boolean credentials) {
        return within(period, resolver.listed(allOrganizations, Action.SECRET_DUE), credentials);
    }

    /** Lists the same for all visible organizations, or for the one that the command names. */
    public List<DueItem> everywhere(RotationPeriod period) {
        return within(period, resolver.asked(Action.SECRET_DUE), true);
    }

    private List<DueItem> within(RotationPeriod period, AccessScope scope, boolean credentials) {
        Instant end = period.after(now);
        List<DueItem> due = new ArrayList<>();
        for (Id id : tx.secretVersions().environmentsWithDates()) {
            tx.environments()
                    .find(id)
                    .filter(scope::covers)
                    .ifPresent(environment -> addSecrets(environment, end, due));
        }
        if (credentials) {
            tx.organizations()
                    .list(scope, new Page<>(null, null, null), false)
                    .forEach(organization -> addCredentials(organization, end, due));
        }
        Collections.sort(due);
        return due;
    }

    private void addSecrets(Environment environment, Instant end, List<DueItem> due) {
        Map<Key, Secret> secrets = tx.secrets().current(environment.id());
        tx.secretVersions().policies(environment.id()).forEach((key, policy) -> {
            Secret secret = secrets.get(key);
            if (secret != null) {
                add(environment, secret, policy, end, due);
            }
        });
    }

    private void add(Environment environment, Secret secret, SecretPolicy policy, Instant end, List<DueItem> due) {
        Instant at = policy.dueAt(secret.valuedAt());
        if (at != null && !at.isAfter(end)) {
            due.add(new DueItem(
                    Kind.SECRET,
                    environment.reference(),
                    secret.key().path(),
                    at.equals(policy.expiresAt()) ? Reason.EXPIRES : Reason.ROTATION,
                    at,
                    !at.isAfter(now),
                    policy.note()));
        }
    }

    private void addCredentials(Organization organization, Instant end, List<DueItem> due) {
        String place = organization.slug().value();
        if (access.permits(Action.TOKEN_LIST, Target.of(organization))) {
            tx.tokens().list(organization.id(), TOKENS, false).forEach(token -> {
                if (token.status(now) == TokenStatus.ACTIVE
                        && !token.expiresAt().isAfter(end)) {
                    due.add(item(Kind.TOKEN, place, token.name().toString(), token.expiresAt()));
                }
            });
        }
        if (access.permits(Action.INVITE_LIST, Target.of(organization))) {
            tx.invitations()
                    .list(organization.id(), InvitationStatus.PENDING, now, INVITATIONS)
                    .forEach(invitation -> {
                        if (!invitation.expiresAt().isAfter(end)) {
                            due.add(item(
                                    Kind.INVITATION, place, invitation.email().toString(), invitation.expiresAt()));
                        }
                    });
        }
    }

    private static DueItem item(Kind kind, String place, String name, Instant at) {
        return new DueItem(kind, place, name, Reason.EXPIRES, at, false, Description.NONE);
    }
}
