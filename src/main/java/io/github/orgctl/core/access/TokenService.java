package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.CredentialSource;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations on API tokens, with their rules. */
public final class TokenService {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final long CANDIDATES = 1000;

    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;
    private final IdSource ids;
    private final CredentialSource credentials;
    private final TokenRevoker end;

    public TokenService(UnitOfWork work, CredentialSource credentials) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
        this.ids = work.ids();
        this.credentials = credentials;
        this.end = new TokenRevoker(work);
    }

    /**
     * Creates a token, whose text is returned only here. The name of an expired token can be reused.
     *
     * @param ifNotExists whether to succeed if a token has the name already
     * @throws Failure CONFLICT if the name is taken; FORBIDDEN if its role would be above its creator's; USAGE if its
     *     expiry would be in the past or more than a year ahead
     */
    public Change<TokenDetails> create(NewToken draft, boolean ifNotExists) {
        Project project = draft.project() == null ? null : resolver.project(draft.project(), Action.TOKEN_CREATE);
        Organization organization = project == null
                ? resolver.organization(null, Action.TOKEN_CREATE)
                : tx.organizations().find(project.organizationId()).orElseThrow();
        Optional<Token> holder = tx.tokens().find(organization.id(), draft.name());
        if (holder.isPresent() && holder.get().status(now) == TokenStatus.EXPIRED) {
            end.of(holder.get());
        } else if (holder.isPresent()) {
            if (!ifNotExists) {
                throw taken(holder.get());
            }
            return Change.none(details(holder.get()));
        }
        refuseWider(draft.role(), organization);
        Credential credential = credentials.next(Credential.Kind.TOKEN);
        Token token = new Token(
                ids.next(),
                organization.id(),
                organization.slug(),
                draft.name(),
                draft.role(),
                project == null ? null : project.id(),
                project == null ? null : project.slug(),
                draft.mode(),
                maker(organization),
                false,
                access.actor(),
                credential.ending(),
                now,
                end(draft.expires()),
                null,
                null);
        tx.tokens().insert(token, credential.hash());
        recordCreation(token, organization);
        return Change.made(new TokenDetails(token, token.status(now), credential.reveal()));
    }

    private static Failure taken(Token holder) {
        return new Failure(
                Failure.Kind.CONFLICT,
                "a token with the name '" + holder.name() + "' already exists in the organization "
                        + holder.organization() + ": " + holder.id(),
                Advice.REVOKE_TOKEN.of(holder.id()));
    }

    private void refuseWider(Role wanted, Organization organization) {
        Role own = access.role(organization.id());
        if (own != null && wanted.compareTo(own) > 0) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    access.name() + " has the role " + own + " in " + organization.slug()
                            + ", and a token can't have a higher role than its creator",
                    Advice.LOWER_TOKEN_ROLE.of(own));
        }
    }

    private Id maker(Organization organization) {
        return access.person() == null
                ? null
                : tx.members()
                        .find(organization.id(), access.person())
                        .map(Member::id)
                        .orElseThrow();
    }

    private Instant end(Until expires) {
        Instant end = expires.endOf("the token", now);
        if (end.isAfter(now.plus(LONGEST))) {
            throw Failure.usage(
                    "a token can be valid for at most " + LONGEST.toDays() + " days",
                    Advice.CHOOSE_EARLIER_EXPIRY.of());
        }
        return end;
    }

    /**
     * The tokens of the current organization, by name.
     *
     * @param revoked whether to list revoked tokens instead
     */
    public Listing<TokenDetails> list(Page<TokenReference> page, boolean revoked) {
        Organization organization = resolver.organization(null, Action.TOKEN_LIST);
        Token after = page.after() == null ? null : find(page.after(), Action.TOKEN_LIST);
        Listing<Token> tokens =
                tx.tokens().list(organization.id(), new Page<>(page.limit(), after, page.sort()), revoked);
        return action -> tokens.forEach(token -> action.accept(details(token)));
    }

    /**
     * Revokes tokens atomically.
     *
     * @param ifExists whether to skip tokens that don't exist or are already revoked
     * @throws Failure NOT_FOUND if a token does not exist
     */
    public Change<List<TokenDetails>> revoke(List<TokenReference> references, boolean ifExists) {
        Map<Id, Token> found = new LinkedHashMap<>();
        for (TokenReference reference : references) {
            try {
                Token token = find(reference, Action.TOKEN_REVOKE);
                found.put(token.id(), token);
            } catch (Failure failure) {
                if (!ifExists || failure.kind() != Failure.Kind.NOT_FOUND) {
                    throw failure;
                }
            }
        }
        List<TokenDetails> tokens = new ArrayList<>();
        boolean made = false;
        for (Token token : found.values()) {
            made |= token.revokedAt() == null;
            tokens.add(details(token.revokedAt() == null ? end.of(token) : token));
        }
        return new Change<>(tokens, made);
    }

    /**
     * Finds a token; revoked ones by id only.
     *
     * @throws Failure NOT_FOUND with similar names
     */
    Token find(TokenReference reference, Action action) {
        if (reference instanceof TokenReference.ById byId) {
            Token token = tx.tokens()
                    .find(byId.id())
                    .filter(found -> access.sees(found.organizationId()))
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND, "no token has the ID " + byId, Advice.LIST_TOKENS.of()));
            resolver.refuseOtherThanGiven(token.organizationId(), byId.toString());
            resolver.organization(new OrganizationReference.ById(token.organizationId()), action);
            return token;
        }
        Organization organization = resolver.organization(null, action);
        return tx.tokens()
                .find(organization.id(), ((TokenReference.ByName) reference).name())
                .orElseThrow(() -> absent(organization, reference));
    }

    private Failure absent(Organization organization, TokenReference reference) {
        List<String> names = new ArrayList<>();
        tx.tokens()
                .list(organization.id(), new Page<>(CANDIDATES, null, null), false)
                .forEach(token -> names.add(token.name().value()));
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "token '" + reference + "' not found in the organization " + organization.slug(),
                Nearest.hint(reference.toString(), names, Advice.LIST_TOKENS_OF.of(organization.slug())));
    }

    private TokenDetails details(Token token) {
        return new TokenDetails(token, token.status(now), null);
    }

    private void recordCreation(Token token, Organization organization) {
        FieldChange.Collector fields = new FieldChange.Collector()
                .add("role", null, token.role())
                .add("project", null, token.project())
                .add("mode", null, token.mode())
                .add("ending", null, token.ending())
                .add("expiresAt", null, token.expiresAt());
        trail.record(Action.TOKEN_CREATE, Target.of(organization, token.name().value()), fields.changes());
    }
}
