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
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.organization.Projects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store keeps of an environment's secrets. */
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
        return new Secret(key, SecretKind.VALUE, text, digest, T1, at);
    }

    private static Secret reference(Key key, SecretKind kind, String target) {
        return new Secret(key, kind, target, null, T1, T1);
    }

    private Map<Key, Secret> current() {
        return read(store, tx -> tx.secrets().current(live));
    }

    /** Makes one revision of the changes. */
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
        Secret second = sealed(A, "eQ==", "02", T2);
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
        SealedSecret sealed = new SealedSecret(live, A, "eA==");
        assertFound(tx -> tx.secrets().anySealed()).contains(sealed);
        assertRows(tx -> tx.secrets().allSealed()).containsExactly(sealed);
        change(store, tx -> tx.secrets().reseal(List.of(new SealedSecret(live, A, "bmV3"))));
        assertThat(current()).containsEntry(A, sealed(A, "bmV3", "01", T2));
        assertThat(read(store, tx -> tx.environments().find(live)).orElseThrow().revision())
                .isEqualTo(3);
    }
}
