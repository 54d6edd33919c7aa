package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.SecretRename;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the repository for secrets. */
public abstract class SecretContract extends StoreBase {
    private static final Key A = new Key("a");
    private static final Key B = new Key("b");

    private Project web;
    private Id live;

    @BeforeEach
    public void makeProject() {
        Organization acme = organization("acme");
        web = project(acme, "web");
        live = web.liveId();
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(web);
        });
    }

    private static Secret sealed(Key key, String text, String digest, Instant at) {
        return new Secret(key, 1, SecretKind.VALUE, text, digest, false, T1, at, at);
    }

    private static Secret reference(Key key, SecretKind kind, String target) {
        return new Secret(key, 1, kind, target, null, false, T1, T1, T1);
    }

    private Map<Key, Secret> current() {
        return read(store, tx -> tx.secrets().current(live));
    }

    /** Creates a revision with the changes. */
    private void revise(SecretChange... changes) {
        change(store, tx -> {
            Environment revised = tx.environments().find(live).orElseThrow().revised(T1);
            tx.configurations()
                    .revise(
                            revised,
                            new Revision(revised.revision(), T1, "ann", Description.NONE, List.of()),
                            null,
                            List.of());
            tx.secrets().change(revised, List.of(changes));
        });
    }

    private void reviseValue(KeyChange value) {
        change(store, tx -> {
            Environment revised = tx.environments().find(live).orElseThrow().revised(T1);
            Revision revision = new Revision(revised.revision(), T1, "ann", Description.NONE, List.of());
            tx.configurations().revise(revised, revision, null, List.of(value));
        });
    }

    @Test
    public void keepsEveryKind() {
        Secret sealed = sealed(A, "c2VhbGVk", "00ff", T2);
        Secret env = reference(B, SecretKind.ENV, "NAME");
        Secret file = reference(new Key("c"), SecretKind.FILE, "/run/x y");
        Secret cmd = reference(new Key("d.e"), SecretKind.CMD, "pass show \u00e4");
        for (Secret secret : List.of(sealed, env, file, cmd)) {
            revise(new SecretChange(secret.key(), null, secret));
        }
        assertThat(current().values()).containsExactly(sealed, env, file, cmd);
        assertFound(tx -> tx.secrets().find(live, A)).contains(sealed);
        assertFound(tx -> tx.secrets().find(web.sandboxId(), A)).isEmpty();
        assertRows(tx -> List.copyOf(tx.secrets().keys(live))).hasToString("[a, b, c, d.e]");
        assertThat(read(store, tx -> tx.configurations().current(live)).values())
                .isEmpty();
        assertFound(tx -> tx.configurations().find(live, A)).isEmpty();
    }

    @Test
    public void everyRevisionsMarksCanBeReadAgain() {
        Secret first = sealed(A, "eA==", "01", T1);
        Secret second = new Secret(A, 2, SecretKind.VALUE, "eQ==", "02", false, T1, T2, T2);
        Secret other = reference(B, SecretKind.ENV, "NAME");
        revise(new SecretChange(A, null, first));
        reviseValue(new KeyChange(new Key("v"), null, new Value("1")));
        revise(new SecretChange(A, first, second), new SecretChange(B, null, other));
        revise(new SecretChange(A, second, null));
        assertThat(marksAt(1)).isEmpty();
        assertThat(marksAt(2)).isEqualTo(Map.of(A, new SecretMark("01")));
        assertThat(marksAt(3)).isEqualTo(Map.of(A, new SecretMark("01")));
        assertThat(marksAt(4)).isEqualTo(Map.of(A, new SecretMark("02"), B, new SecretMark("env:NAME")));
        assertThat(marksAt(5)).isEqualTo(Map.of(B, new SecretMark("env:NAME")));
        assertThat(read(store, tx -> tx.configurations().at(live, 2)).values()).isEmpty();
        assertThat(read(store, tx -> tx.configurations().findRevision(live, 4))
                        .orElseThrow()
                        .keys())
                .containsExactly(A, B);
    }

    private Map<Key, SecretMark> marksAt(long revision) {
        return read(store, tx -> tx.secrets().marksAt(live, revision));
    }

    @Test
    public void neitherReplacesTheOther() {
        Secret secret = sealed(A, "eA==", "01", T1);
        revise(new SecretChange(A, null, secret));
        KeyChange overwriting = new KeyChange(A, null, new Value("1"));
        KeyChange removing = new KeyChange(A, new Value("1"), null);
        assertThat(catchThrowable(() -> reviseValue(overwriting))).isNotNull();
        assertThat(catchThrowable(() -> reviseValue(removing))).isNotNull();
        assertThat(current()).containsEntry(A, secret);
        reviseValue(new KeyChange(B, null, new Value("1")));
        Secret onValue = sealed(B, "eA==", "01", T1);
        assertThat(catchThrowable(() -> revise(new SecretChange(B, null, onValue))))
                .isNotNull();
        assertFound(tx -> tx.configurations().find(live, B)).contains(new Value("1"));
    }

    @Test
    public void allOfTheStoreAreSealedAnew() {
        assertFound(tx -> tx.secrets().anySealed()).isEmpty();
        Secret secret = sealed(A, "eA==", "01", T2);
        revise(new SecretChange(A, null, secret));
        revise(new SecretChange(B, null, reference(B, SecretKind.ENV, "NAME")));
        SealedSecret sealed = new SealedSecret(live, A, 1, "eA==");
        assertFound(tx -> tx.secrets().anySealed()).contains(sealed);
        assertRows(tx -> tx.secrets().allSealed()).containsExactly(sealed);
        change(store, tx -> tx.secrets().reseal(List.of(new SealedSecret(live, A, 1, "bmV3"))));
        assertThat(current()).containsEntry(A, sealed(A, "bmV3", "01", T2));
        assertThat(read(store, tx -> tx.environments().find(live)).orElseThrow().revision())
                .isEqualTo(3);
    }

    private static Secret version(long number, String text, String digest) {
        return new Secret(A, number, SecretKind.VALUE, text, digest, false, T1, T2, T2);
    }

    @Test
    public void everyVersionIsKeptUntilItIsDeleted() {
        Secret first = version(1, "MQ==", "01");
        Secret second = version(2, "Mg==", "02");
        revise(new SecretChange(A, null, first));
        revise(new SecretChange(A, first, second));
        revise(new SecretChange(A, second, null));
        assertRows(tx -> tx.secretVersions().all(live, A))
                .extracting(SecretVersion::secret)
                .containsExactly(second, first);
        SecretVersion newest =
                read(store, tx -> tx.secretVersions().all(live, A)).get(0);
        assertThat(newest).isEqualTo(new SecretVersion(second, false, 3, T1, "ann"));
        assertThat(seen(tx -> tx.secretVersions().newest(live))).isEqualTo(Map.of(A, 2L));
        assertThat(seen(tx -> tx.secretVersions().at(live, 2))).isEqualTo(Map.of(A, first));
        assertThat(seen(tx -> tx.secretVersions().at(live, 3))).isEqualTo(Map.of(A, second));
        assertThat(seen(tx -> tx.secretVersions().at(live, 4))).isEmpty();
        assertRows(tx -> tx.secrets().allSealed()).hasSize(2);
        change(store, tx -> tx.secrets().reseal(List.of(new SealedSecret(live, A, 1, "bmV3"))));
        change(store, tx -> tx.secretVersions().deleteUpTo(web.sandboxId(), A, 2));
        change(store, tx -> assertThat(tx.secretVersions().deleteUpTo(live, A, 1))
                .isEqualTo(1));
        assertThat(seen(tx -> tx.secretVersions().at(live, 2))).isEmpty();
        assertRows(tx -> tx.secretVersions().all(live, A)).hasSize(1);
    }

    @Test
    public void versionsMoveToAnotherKey() {
        Secret first = version(1, "MQ==", "01");
        Secret second = new Secret(A, 2, SecretKind.ENV, "NAME", null, false, T1, T2, T2);
        Secret third = version(3, "Mw==", "03");
        revise(new SecretChange(A, null, first));
        revise(new SecretChange(A, first, second));
        revise(new SecretChange(A, second, third));
        NavigableMap<Long, Secret> moved = new TreeMap<>(Map.of(
                1L, first.moved(B, 5, "YTE=", "b1"),
                2L, second.moved(B, 6, "NAME", null),
                3L, third.moved(B, 7, "YTM=", "b3")));
        revise(new SecretChange(A, third, null), new SecretChange(B, null, moved.get(3L)));
        change(store, tx -> tx.secretVersions().move(live, A, moved));
        assertRows(tx -> tx.secretVersions().all(live, A)).isEmpty();
        assertRows(tx -> tx.secretVersions().all(live, B))
                .containsExactly(
                        new SecretVersion(moved.get(3L), true, 4, T1, "ann"),
                        new SecretVersion(moved.get(2L), false, 3, T1, "ann"),
                        new SecretVersion(moved.get(1L), false, 2, T1, "ann"));
        assertThat(seen(tx -> tx.secretVersions().at(live, 5))).isEqualTo(Map.of(B, moved.get(3L)));
        assertThat(seen(tx -> tx.secretVersions().at(live, 4))).isEmpty();
        assertRows(tx -> tx.secretVersions().renamesSince(live, 4)).containsExactly(new SecretRename(A, B));
        assertRows(tx -> tx.secretVersions().renamesSince(live, 5)).isEmpty();
    }

    @Test
    public void policiesAreKeptByKey() {
        SecretPolicy whole = new SecretPolicy(2L, T2, new RotationPeriod("P3M"), new Description("of Ann"));
        SecretPolicy partly = new SecretPolicy(null, null, null, new Description("x"));
        change(store, tx -> tx.secretVersions().put(live, A, partly));
        change(store, tx -> tx.secretVersions().put(live, A, whole));
        change(store, tx -> tx.secretVersions().put(live, B, partly));
        assertThat(seen(tx -> tx.secretVersions().policies(live))).isEqualTo(Map.of(A, whole, B, partly));
        change(store, tx -> tx.secretVersions().deletePolicy(live, B));
        assertThat(seen(tx -> tx.secretVersions().policies(live))).containsOnlyKeys(A);
    }

    private <V> Map<Key, V> seen(Function<Tx, Map<Key, V>> question) {
        return read(store, question);
    }
}
