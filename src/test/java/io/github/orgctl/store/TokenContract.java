package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.T0;
import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.id;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static io.github.orgctl.store.Fixtures.sorted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the repository for API tokens. */
public abstract class TokenContract extends StoreBase {
    private static final Instant END = T0.plusSeconds(86_400);

    private final Organization acme = organization("acme");
    private final Project web = project(acme, "web");
    private final Member ann = new Member(
            id(), acme.id(), acme.slug(), new Email("Ann@example.com"), Role.ADMIN, MemberStatus.ACTIVE, T0, T0);

    @BeforeEach
    public void makeOwners() {
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(web);
            new Members(tx).insert(ann);
        });
    }

    private Token token(String name) {
        return new Token(
                id(),
                acme.id(),
                acme.slug(),
                new Name(name),
                Role.VIEWER,
                null,
                null,
                null,
                null,
                false,
                "os:ann@home",
                "abc123",
                T0,
                END,
                null,
                null);
    }

    private Token narrowToken(String name) {
        return new Token(
                id(),
                acme.id(),
                acme.slug(),
                new Name(name),
                Role.DEVELOPER,
                web.id(),
                web.slug(),
                Mode.LIVE,
                ann.id(),
                false,
                "ann@example.com",
                "abc123",
                T1,
                END,
                null,
                null);
    }

    private Token kept(Token token) {
        change(store, tx -> tx.tokens().insert(token, hash(token)));
        return token;
    }

    private static String hash(Token token) {
        return (token.id().value() + token.id().value()).replace("-", "");
    }

    private void note(Consumer<Tx> work) {
        store.inTx(Store.Purpose.NOTE, tx -> {
            work.accept(tx);
            return null;
        });
    }

    private Token current(Token token) {
        return read(store, tx -> tx.tokens().find(token.id())).orElseThrow();
    }

    @Test
    public void areFoundAsTheyWereKept() {
        Token wide = kept(token("CI \u00e4"));
        Token narrow = kept(narrowToken("narrow"));
        assertFound(tx -> tx.tokens().find(wide.id())).contains(wide);
        assertFound(tx -> tx.tokens().find(acme.id(), new Name("narrow"))).contains(narrow);
        assertFound(tx -> tx.tokens().findByHash(hash(narrow))).contains(narrow);
        assertFound(tx -> tx.tokens().findByHash("0".repeat(64))).isEmpty();
        assertFound(tx -> tx.tokens().find(id(), new Name("narrow"))).isEmpty();
    }

    @Test
    public void aNameIsThereOnceAmongThoseInUse() {
        Token first = kept(token("CI"));
        assertThat(failure(() -> kept(token("CI"))).kind()).isEqualTo(Failure.Kind.CONFLICT);
        change(store, tx -> tx.tokens().revoke(first.id(), T1));
        Token second = kept(token("CI"));
        assertFound(tx -> tx.tokens().find(acme.id(), new Name("CI"))).contains(second);
        assertThat(current(first)).isEqualTo(first.revoked(T1));
        change(store, tx -> tx.tokens().revoke(first.id(), T2));
        assertThat(current(first).revokedAt()).isEqualTo(T1);
    }

    @Test
    public void areListedByNameOrAsAskedFor() {
        Token c = kept(token("c"));
        Token a = kept(narrowToken("a"));
        Token b = kept(token("b"));
        assertRows(tx -> rows(tx.tokens().list(acme.id(), all(), false))).containsExactly(a, b, c);
        assertRows(tx -> rows(tx.tokens().list(acme.id(), new Page<>(1L, a, null), false)))
                .containsExactly(b);
        assertRows(tx -> rows(tx.tokens().list(acme.id(), all(), true))).isEmpty();
        assertRows(tx -> rows(tx.tokens().list(id(), all(), false))).isEmpty();
        for (String field : List.of("id", "role", "project", "mode", "createdBy", "ending", "createdAt", "expiresAt")) {
            List<Token> whole = read(store, tx -> rows(tx.tokens().list(acme.id(), sorted(field), false)));
            assertThat(whole).as(field).containsExactlyInAnyOrder(a, b, c);
            Page<Token> behind = new Page<>(null, whole.get(0), sorted(field).sort());
            assertRows(tx -> rows(tx.tokens().list(acme.id(), behind, false)))
                    .as(field)
                    .containsExactly(whole.get(1), whole.get(2));
        }
        assertRows(tx -> rows(tx.tokens().list(acme.id(), sorted("createdAt:desc"), false)))
                .containsExactly(a, b, c);
    }

    @Test
    public void thoseThatAreRevokedShareNames() {
        Token first = kept(token("CI"));
        change(store, tx -> tx.tokens().revoke(first.id(), T1));
        Token second = kept(token("CI"));
        change(store, tx -> tx.tokens().revoke(second.id(), T2));
        List<Token> revoked = read(store, tx -> rows(tx.tokens().list(acme.id(), all(), true)));
        assertThat(revoked).containsExactlyInAnyOrder(first.revoked(T1), second.revoked(T2));
        assertRows(tx -> rows(tx.tokens().list(acme.id(), new Page<>(null, revoked.get(0), null), true)))
                .containsExactly(revoked.get(1));
        assertRows(tx -> rows(tx.tokens().list(acme.id(), sorted("revokedAt:desc"), true)))
                .containsExactly(second.revoked(T2), first.revoked(T1));
    }

    @Test
    public void useIsNotedToTheMinute() {
        Token token = kept(token("CI"));
        note(tx -> tx.tokens().use(hash(token), T0));
        assertThat(current(token).lastUsedAt()).isEqualTo(T0);
        note(tx -> tx.tokens().use(hash(token), T0.plusSeconds(59)));
        assertThat(current(token).lastUsedAt()).isEqualTo(T0);
        note(tx -> tx.tokens().use(hash(token), T0.plusSeconds(60)));
        assertThat(current(token).lastUsedAt()).isEqualTo(T0.plusSeconds(60));
        note(tx -> tx.tokens().use("0".repeat(64), T0.plusSeconds(200)));
        change(store, tx -> tx.tokens().revoke(token.id(), T1));
        note(tx -> tx.tokens().use(hash(token), T0.plusSeconds(200)));
        assertThat(current(token).lastUsedAt()).isEqualTo(T0.plusSeconds(60));
    }

    @Test
    public void aNoteWaitsForNobody() {
        Token token = kept(token("CI"));
        change(store, tx -> {
            tx.tokens().revoke(token.id(), T1);
            assertThat(failure(() -> note(other -> other.tokens().use(hash(token), T1)))
                            .kind())
                    .isEqualTo(Failure.Kind.BUSY);
        });
        assertThat(current(token).lastUsedAt()).isNull();
    }

    @Test
    public void revokedOnesOutliveWhoMadeThemAndWhatTheyAreFor() {
        Token wide = kept(token("wide"));
        Token ofAnn = kept(narrowToken("ann"));
        change(store, tx -> new Members(tx).update(ann.withStatus(MemberStatus.SUSPENDED, T1)));
        assertThat(current(ofAnn).suspended()).isTrue();
        assertThat(current(wide).suspended()).isFalse();
        assertRows(tx -> tx.tokens().ofMember(ann.id())).hasSize(1);
        assertRows(tx -> tx.tokens().ofProject(acme.id(), web.id())).hasSize(1);

        change(store, tx -> tx.tokens().revoke(ofAnn.id(), T1));
        assertRows(tx -> tx.tokens().ofMember(ann.id())).isEmpty();
        assertRows(tx -> tx.tokens().ofProject(acme.id(), web.id())).isEmpty();
        change(store, tx -> new Members(tx).remove(ann, T1));
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertThat(current(ofAnn).memberId()).isNull();
        assertThat(current(ofAnn).projectId()).isEqualTo(web.id());
        assertThat(current(ofAnn).project()).isNull();
        assertRows(tx -> rows(tx.tokens().list(acme.id(), all(), true))).hasSize(1);

        change(store, tx -> tx.organizations().purge(acme.id()));
        assertFound(tx -> tx.tokens().find(wide.id())).isEmpty();
        assertFound(tx -> tx.tokens().find(ofAnn.id())).isEmpty();
    }

    @Test
    public void noMemberGoesWhoseTokensGoOn() {
        Token ofAnn = kept(narrowToken("ann"));
        assertThatThrownBy(() -> change(store, tx -> new Members(tx).remove(ann, T1)))
                .isNotNull();
        assertThat(current(ofAnn).memberId()).isEqualTo(ann.id());
        change(store, tx -> tx.organizations().purge(acme.id()));
        assertFound(tx -> tx.tokens().find(ofAnn.id())).isEmpty();
    }
}
