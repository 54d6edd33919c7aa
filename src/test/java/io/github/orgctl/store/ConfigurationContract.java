package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.organization.Projects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the repository for configurations, their history and locks. */
public abstract class ConfigurationContract extends StoreBase {
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

    private Environment environment() {
        return read(store, tx -> tx.environments().find(live)).orElseThrow();
    }

    private Configuration current() {
        return read(store, tx -> tx.configurations().current(live));
    }

    private Configuration at(long revision) {
        return read(store, tx -> tx.configurations().at(live, revision));
    }

    /** Creates a revision that sets or removes keys: {@code revise("a", "1", "b", null)}. */
    private Revision revise(String... keysAndValues) {
        List<KeyEdit> edits = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String json = keysAndValues[i + 1];
            edits.add(new KeyEdit(new Key(keysAndValues[i]), json == null ? null : new Value(json)));
        }
        Configuration before = current();
        List<KeyChange> changes = before.changesTo(before.with(edits));
        Environment revised = environment().revised(T1);
        Revision revision = new Revision(
                revised.revision(),
                T1,
                "ann",
                new Description("why " + revised.revision()),
                changes.stream().map(KeyChange::key).toList());
        change(store, tx -> tx.configurations().revise(revised, revision, null, changes));
        return revision;
    }

    @Test
    public void aNewEnvironmentIsEmpty() {
        assertThat(current()).isEqualTo(Configuration.EMPTY);
        assertThat(at(1)).isEqualTo(Configuration.EMPTY);
        assertRows(tx -> rows(tx.configurations().history(live, Fixtures.all())))
                .isEmpty();
    }

    @Test
    public void keepsWhatIsWritten() {
        revise("b", "[1]", "B", "true", "a", "\"x\u4e2d\ud83d\ude00\\n\"", "c.d", "{\"e\":null}");
        assertThat(current().values()).hasToString("{B=true, a=\"x\u4e2d\ud83d\ude00\\n\", b=[1], c.d={\"e\":null}}");
        assertFound(tx -> tx.configurations().find(live, new Key("b"))).contains(new Value("[1]"));
        assertFound(tx -> tx.configurations().find(live, new Key("c"))).isEmpty();
        assertFound(tx -> tx.configurations().find(web.sandboxId(), new Key("b")))
                .isEmpty();
        assertThat(environment().revision()).isEqualTo(2);
        assertThat(environment().updatedAt()).isEqualTo(T1);
    }

    @Test
    public void everyRevisionCanBeReadAgain() {
        revise("a", "1", "b", "2");
        revise("a", "3", "b", null, "c", "4");
        revise("a", "1", "b", "5");
        assertThat(at(1)).isEqualTo(Configuration.EMPTY);
        assertThat(at(2).values()).hasToString("{a=1, b=2}");
        assertThat(at(3).values()).hasToString("{a=3, c=4}");
        assertThat(at(4).values()).hasToString("{a=1, b=5, c=4}");
        assertThat(at(4)).isEqualTo(current());
    }

    @Test
    public void historyIsListedFromItsEnd() {
        Revision second = revise("b", "1", "a", "1");
        Revision third = revise("a", null);
        Revision fourth = revise("c", "1");
        assertRows(tx -> rows(tx.configurations().history(live, Fixtures.all())))
                .containsExactly(fourth, third, second);
        assertRows(tx -> rows(tx.configurations().history(live, new Page<>(1L, fourth, null))))
                .containsExactly(third);
        assertRows(tx -> rows(tx.configurations().history(live, Fixtures.sorted("at"))))
                .containsExactly(fourth, third, second);
        assertRows(tx -> rows(tx.configurations().history(live, Fixtures.sorted("number"))))
                .containsExactly(second, third, fourth);
        assertFound(tx -> tx.configurations().findRevision(live, 3)).contains(third);
        assertFound(tx -> tx.configurations().findRevision(live, 1)).isEmpty();
        assertFound(tx -> tx.configurations().findRevision(web.sandboxId(), 3)).isEmpty();
    }

    private Configuration promoted(Id environmentId) {
        return read(store, tx -> tx.promotions().base(environmentId));
    }

    @Test
    public void remembersWhatWasPromoted() {
        assertThat(promoted(live)).isEqualTo(Configuration.EMPTY);
        change(store, tx -> tx.promotions()
                .advance(
                        live,
                        List.of(
                                new KeyChange(new Key("a"), null, new Value("1")),
                                new KeyChange(new Key("b"), null, new Value("[]")))));
        change(store, tx -> tx.promotions()
                .advance(
                        live,
                        List.of(
                                new KeyChange(new Key("a"), new Value("1"), new Value("2")),
                                new KeyChange(new Key("b"), new Value("[]"), null),
                                new KeyChange(new Key("c"), new Value("3"), null))));
        assertThat(promoted(live).values()).hasToString("{a=2}");
        assertThat(promoted(web.sandboxId())).isEqualTo(Configuration.EMPTY);
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertThat(promoted(live)).isEqualTo(Configuration.EMPTY);
    }

    @Test
    public void keepsSchemasAsTheyAre() {
        assertFound(tx -> tx.schemas().find(web.id())).isEmpty();
        change(store, tx -> tx.schemas().remove(web.id()));
        change(store, tx -> tx.schemas().put(web.id(), "{}", T1));
        change(store, tx -> tx.schemas().put(web.id(), "{\n  \"title\": \"\u4e2d\"\n}", T2));
        assertFound(tx -> tx.schemas().find(web.id())).contains("{\n  \"title\": \"\u4e2d\"\n}");
        change(store, tx -> tx.schemas().remove(web.id()));
        assertFound(tx -> tx.schemas().find(web.id())).isEmpty();
        change(store, tx -> tx.schemas().put(web.id(), "{}", T1));
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertFound(tx -> tx.schemas().find(web.id())).isEmpty();
    }

    @Test
    public void locksComeAndGo() {
        Lock lock = new Lock(new Description("freeze"), T2);
        change(store, tx -> tx.environments().updateLock(environment().locked(lock, T1)));
        assertThat(environment().lock()).isEqualTo(lock);
        assertThat(environment().updatedAt()).isEqualTo(T1);
        Lock forEver = new Lock(new Description("for ever"), null);
        change(store, tx -> tx.environments().updateLock(environment().locked(forEver, T1)));
        assertThat(environment().lock()).isEqualTo(forEver);
        change(store, tx -> tx.environments().updateLock(environment().locked(null, T2)));
        assertThat(environment().lock()).isNull();
        assertThat(environment().revision()).isEqualTo(1);
    }

    @Test
    public void aPurgedProjectTakesItsHistoryAlong() throws Exception {
        revise("a", "1");
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertThat(current()).isEqualTo(Configuration.EMPTY);
        assertRows(tx -> rows(tx.configurations().history(live, Fixtures.all())))
                .isEmpty();
    }
}
