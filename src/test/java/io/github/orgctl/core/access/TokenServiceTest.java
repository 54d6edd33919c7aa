package io.github.orgctl.core.access;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TokenServiceTest {
    private static final Until MONTH = Until.parse("30d");
    private static final String AFTER_THAT = "2026-12-20T00:00:00Z";

    /** Acme has the project Website and the admin adam. */
    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.project("acme", "Website");
            operator.join("acme", "adam@example.com", Role.ADMIN);
            test.accept(operator.in("acme"), acme);
        });
    }

    private static NewToken draft(String name, Role role, Until expires) {
        return new NewToken(new Name(name), role, null, null, expires);
    }

    private static TokenReference named(String name) {
        return TokenReference.parse(name);
    }

    private static TokenReference id(TokenDetails token) {
        return new TokenReference.ById(token.token().id());
    }

    @Test
    void createsOneWhoseTextIsToldOnce() {
        inAcme((acting, acme) -> {
            ProjectReference website = ProjectReference.parse("website");
            NewToken draft = new NewToken(new Name("ci"), Role.DEVELOPER, website, Mode.LIVE, MONTH);
            Change<TokenDetails> change = acting.as("adam@example.com").tokens().create(draft, false);
            Token token = change.value().token();
            assertThat(change.made()).isTrue();
            assertThat(change.value().text()).startsWith("orgctl_").endsWith(token.ending());
            assertThat(change.value().concealed()).isEqualTo(new TokenDetails(token, TokenStatus.ACTIVE, null));
            assertThat(token.createdBy()).isEqualTo("adam@example.com");
            assertThat(token.memberId())
                    .isEqualTo(
                            acting.members().show(new Email("adam@example.com")).id());
            assertThat(token.project()).hasToString("website");
            assertThat(token.expiresAt()).isEqualTo(acting.now().plus(Duration.ofDays(30)));
            assertThat(rows(acting.tokens().list(Acting.all(), false)))
                    .containsExactly(new TokenDetails(token, TokenStatus.ACTIVE, null));
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("token.create ci: role null -> developer, project null -> website, mode null -> live, "
                            + "ending null -> " + token.ending() + ", expiresAt null -> 2026-12-10T12:00:00.123Z");
        });
    }

    @Test
    void theOperatorsTokenHasNoMaker() {
        inAcme((acting, acme) -> {
            Token token = acting.token("acme", "ci", Role.OWNER, null, null).token();
            assertThat(token.memberId()).isNull();
            assertThat(token.projectId()).isNull();
            assertThat(token.createdBy()).isEqualTo("os:ann@home");
        });
    }

    @Test
    void aNameThatIsTakenIsOneAgainOnceItsTokenHasEnded() {
        inAcme((acting, acme) -> {
            TokenDetails first = acting.token("acme", "ci", Role.VIEWER, null, null);
            refused(Kind.CONFLICT, () -> acting.tokens().create(draft("ci", Role.VIEWER, MONTH), false));
            Change<TokenDetails> same = acting.tokens().create(draft("ci", Role.VIEWER, MONTH), true);
            assertThat(same.made()).isFalse();
            assertThat(same.value()).isEqualTo(first.concealed());

            Acting later = acting.at(AFTER_THAT);
            assertThat(later.tokens()
                            .create(draft("ci", Role.VIEWER, MONTH), true)
                            .made())
                    .isTrue();
            assertThat(rows(later.tokens().list(Acting.all(), true)))
                    .extracting(each -> each.token().id() + " " + each.status())
                    .containsExactly(first.token().id() + " revoked");
        });
    }

    @Test
    void noTokenHasARoleAboveItsMakers() {
        inAcme((acting, acme) -> {
            Acting adam = acting.as("adam@example.com");
            refused(Kind.FORBIDDEN, () -> adam.tokens().create(draft("ci", Role.OWNER, MONTH), false));
            assertThat(adam.tokens()
                            .create(draft("ci", Role.ADMIN, MONTH), false)
                            .made())
                    .isTrue();
        });
    }

    @Test
    void lastsAYearAtMost() {
        inAcme((acting, acme) -> {
            refused(Kind.USAGE, () -> acting.tokens().create(draft("ci", Role.VIEWER, Until.parse("367d")), false));
            refused(Kind.USAGE, () -> acting.tokens()
                    .create(draft("ci", Role.VIEWER, Until.parse("2026-01-01")), false));
            assertThat(acting.tokens()
                            .create(draft("ci", Role.VIEWER, Until.parse("366d")), false)
                            .made())
                    .isTrue();
        });
    }

    @Test
    void listsGoOnBehindAName() {
        inAcme((acting, acme) -> {
            acting.token("acme", "a", Role.VIEWER, null, null);
            acting.token("acme", "b", Role.VIEWER, null, null);
            Page<TokenReference> page = new Page<>(null, named("a"), null);
            assertThat(rows(acting.tokens().list(page, false)))
                    .extracting(each -> each.token().name().value())
                    .containsExactly("b");
            refused(Kind.NOT_FOUND, () -> acting.tokens().list(new Page<>(null, named("c"), null), false));
        });
    }

    @Test
    void revokesByNameAndById() {
        inAcme((acting, acme) -> {
            TokenDetails a = acting.token("acme", "a", Role.VIEWER, null, null);
            TokenDetails b = acting.token("acme", "b", Role.VIEWER, null, null);
            Change<List<TokenDetails>> change = acting.tokens().revoke(List.of(named("a"), id(b), id(a)), false);
            assertThat(change.made()).isTrue();
            assertThat(change.value())
                    .extracting(each -> each.token().name() + " " + each.status())
                    .containsExactly("a revoked", "b revoked");
            assertThat(rows(acting.tokens().list(Acting.all(), false))).isEmpty();
            assertThat(acting.lastEvent(acme.id())).startsWith("token.revoke b: revokedAt null -> 2026");
        });
    }

    @Test
    void revokesAllOrNone() {
        inAcme((acting, acme) -> {
            TokenDetails a = acting.token("acme", "a", Role.VIEWER, null, null);
            refused(Kind.NOT_FOUND, () -> acting.tokens().revoke(List.of(named("a"), named("none")), false));
            assertThat(rows(acting.tokens().list(Acting.all(), false))).hasSize(1);
            assertThat(acting.tokens()
                            .revoke(List.of(named("a"), named("none")), true)
                            .value())
                    .hasSize(1);
            Change<List<TokenDetails>> again = acting.tokens().revoke(List.of(id(a)), true);
            assertThat(again.made()).isFalse();
            assertThat(again.value()).extracting(TokenDetails::status).containsExactly(TokenStatus.REVOKED);
            assertThat(acting.tokens().revoke(List.of(named("a")), true).made()).isFalse();
        });
    }

    @Test
    void onlyThoseWhoMayRevoke() {
        inAcme((acting, acme) -> {
            TokenDetails a = acting.token("acme", "a", Role.VIEWER, null, null);
            acting.join("acme", "vera@example.com", Role.VIEWER);
            List<TokenReference> one = List.of(id(a));
            refused(Kind.FORBIDDEN, () -> acting.as("vera@example.com").tokens().revoke(one, true));
            refused(Kind.NOT_FOUND, () -> acting.as("eve@example.com").tokens().revoke(one, false));
            acting.organization("Other");
            refused(Kind.USAGE, () -> acting.in("other").tokens().revoke(one, false));
            assertThat(acting.with(Context.NONE).tokens().revoke(one, false).made())
                    .isTrue();
        });
    }

    @Test
    void theBearerHasTheLowerRoleOfTokenAndMaker() {
        inAcme((acting, acme) -> {
            TokenDetails token = acting.as("adam@example.com").token("acme", "ci", Role.ADMIN, null, null);
            acting.with(token).project("acme", "App");
            refused(Kind.FORBIDDEN, () -> acting.with(token).tokens().create(draft("b", Role.VIEWER, MONTH), true));
            acting.members().changeRole(new Email("adam@example.com"), Role.DEVELOPER);
            refused(Kind.FORBIDDEN, () -> acting.with(token).project("acme", "Shop"));
            assertThat(acting.with(token).organizations().show(null)).isNotNull();
            acting.members().suspend(new Email("adam@example.com"));
            refused(Kind.FORBIDDEN, () -> acting.with(token).organizations().show(null));
        });
    }
}
