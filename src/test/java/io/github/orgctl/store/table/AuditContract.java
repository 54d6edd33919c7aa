package io.github.orgctl.store.table;

import static io.github.orgctl.store.Fixtures.T0;
import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ConfinedActions;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.EventFilter;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.audit.StoredEvent;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.store.StoreBase;
import io.github.orgctl.store.jdbc.Column;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the repository for audit events. */
public abstract class AuditContract extends StoreBase {
    private static final EventFilter EVERY = EventFilter.NONE;
    private static final Id ACME = new Id("00000000-0000-4000-8000-00000000000a");
    private static final Id GLOBEX = new Id("00000000-0000-4000-8000-00000000000b");
    private static final Id WEBSITE = new Id("00000000-0000-4000-9000-000000000001");
    private static final List<FieldChange> AWKWARD = List.of(
            new FieldChange("name", null, "a\"b\\c\u0001\u001f\b\f\n\r\t\u007f/é\ud83d\ude00"),
            new FieldChange("x", "'; DROP TABLE audit_event; --", null),
            new FieldChange("y", null, null));

    /** Acme's first three events and Globex's two, which are between them in time. */
    @BeforeEach
    public void record() {
        append(event(ACME, 1, T0, "ann@example.com", "org.create", null, List.of()));
        append(event(ACME, 2, T1, "o'neil@example.com", "project.create", WEBSITE, AWKWARD));
        append(event(GLOBEX, 1, T0.plusMillis(1), "os:root@box", "org.create", null, List.of()));
        append(event(GLOBEX, 2, T1, "ann@example.com", "member.role", null, List.of()));
        append(event(ACME, 3, T2, "ann@example.com", "config.set", WEBSITE, AWKWARD));
    }

    private static AuditEvent event(
            Id organization,
            long sequence,
            Instant at,
            String actor,
            String action,
            Id project,
            List<FieldChange> changes) {
        Slug slug = new Slug(organization.equals(ACME) ? "acme" : "globex");
        Mode mode = project == null ? null : Mode.LIVE;
        Target target = new Target(organization, slug, project, mode, slug + " " + action);
        String token = sequence == 2 ? "CI …abc123" : null;
        return new AuditEvent(sequence, at, actor, token, action, target, changes, WEBSITE, "0".repeat(64));
    }

    private void append(AuditEvent event) {
        change(store, tx -> tx.audit().append(head(event), event.text()));
    }

    private static AuditHead head(AuditEvent event) {
        return new AuditHead(event.target().organizationId(), event.sequence(), Sha256.of(event.text()));
    }

    private List<RecordedEvent> list(AccessScope scope, EventFilter filter, Page<RecordedEvent> page) {
        return read(store, tx -> {
            List<RecordedEvent> rows = new ArrayList<>();
            tx.audit().list(scope, filter, page).forEach(rows::add);
            return rows;
        });
    }

    private List<String> names(AccessScope scope, EventFilter filter, Page<RecordedEvent> page) {
        return list(scope, filter, page).stream()
                .map(row ->
                        row.event().target().organization() + " " + row.event().sequence())
                .toList();
    }

    @Test
    public void theLatestEventDiffersAfterEachChange() {
        Set<String> seen = new HashSet<>();
        assertThat(seen.add(latest())).isTrue();
        append(event(ACME, 4, T2, "ann@example.com", "config.set", WEBSITE, AWKWARD));
        assertThat(seen.add(latest())).isTrue();
        append(event(GLOBEX, 3, T2.plusMillis(1), "ann@example.com", "member.role", null, List.of()));
        assertThat(seen.add(latest())).isTrue();
        assertThat(latest()).isEqualTo(latest());
    }

    private String latest() {
        return read(store, tx -> tx.audit().latest());
    }

    @Test
    public void giveBackWhatWasWritten() {
        AuditEvent event = event(ACME, 2, T1, "o'neil@example.com", "project.create", WEBSITE, AWKWARD);
        assertFound(tx -> tx.audit().find(ACME, 2)).contains(new RecordedEvent(event, Sha256.of(event.text())));
        assertFound(tx -> tx.audit().find(ACME, 4)).isEmpty();
        List<StoredEvent> chain = new ArrayList<>();
        read(store, tx -> tx.audit().chain(ACME).forEach(chain::add));
        assertThat(chain).extracting(StoredEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(new String(chain.get(1).text(), StandardCharsets.UTF_8)).isEqualTo(event.text());
        assertThat(chain.get(1).hash()).isEqualTo(Sha256.of(event.text()));
    }

    @Test
    public void aLongChainIsReadInOrderToItsEnd() {
        int events = 2000;
        change(store, tx -> {
            for (long sequence = 4; sequence <= events; sequence++) {
                AuditEvent event = event(ACME, sequence, T2, "ann@example.com", "config.set", WEBSITE, List.of());
                tx.audit().append(head(event), event.text());
            }
        });
        List<Long> sequences = new ArrayList<>();
        read(store, tx -> tx.audit().chain(ACME).forEach(event -> sequences.add(event.sequence())));
        assertThat(sequences).hasSize(events).isSorted().doesNotHaveDuplicates().endsWith((long) events);
    }

    @Test
    public void chainsHaveHeads() {
        AuditHead acme = read(store, tx -> tx.audit().head(ACME)).orElseThrow();
        assertThat(acme.sequence()).isEqualTo(3);
        assertRows(tx -> tx.audit().heads(AccessScope.EVERYTHING))
                .extracting(AuditHead::organizationId)
                .containsExactly(ACME, GLOBEX);
        assertRows(tx -> tx.audit().heads(new AccessScope(List.of(GLOBEX, WEBSITE, ACME), null, null)))
                .extracting(AuditHead::sequence)
                .containsExactly(3L, 2L);
        assertFound(tx -> tx.audit().head(WEBSITE)).isEmpty();
    }

    @Test
    public void aPlaceInAChainIsTakenOnce() {
        AuditEvent another = event(ACME, 3, T2, "eve@example.com", "org.update", null, List.of());
        assertThat(catchThrowable(() -> append(another))).isNotNull();
        assertFound(tx -> tx.audit().find(ACME, 3))
                .get()
                .extracting(row -> row.event().actor())
                .isEqualTo("ann@example.com");
    }

    @Test
    public void oneChainComesInItsOrderAndAllComeByTime() {
        assertThat(names(AccessScope.EVERYTHING.within(ACME), EVERY, all()))
                .containsExactly("acme 1", "acme 2", "acme 3");
        assertThat(names(AccessScope.EVERYTHING, EVERY, all()))
                .containsExactly("acme 1", "globex 1", "acme 2", "globex 2", "acme 3");
        assertThat(names(new AccessScope(List.of(), null, null), EVERY, all())).isEmpty();
    }

    @Test
    public void filtersAreThose() {
        AccessScope scope = AccessScope.EVERYTHING;
        assertThat(names(scope, new EventFilter(WEBSITE, null, null, null, null, null, List.of(), 0), all()))
                .containsExactly("acme 2", "acme 3");
        assertThat(names(
                        scope,
                        new EventFilter(null, "o'neil@example.com", null, null, null, null, List.of(), 0),
                        all()))
                .containsExactly("acme 2");
        assertThat(names(scope, new EventFilter(null, "ann", null, null, null, null, List.of(), 0), all()))
                .isEmpty();
        EnumSet<Action> actions = EnumSet.of(Action.ORG_CREATE, Action.CONFIG_SET);
        assertThat(names(scope, new EventFilter(null, null, null, actions, null, null, List.of(), 0), all()))
                .containsExactly("acme 1", "globex 1", "acme 3");
        assertThat(names(scope, new EventFilter(null, null, null, null, T1, T2, List.of(), 0), all()))
                .containsExactly("acme 2", "globex 2");
        assertThat(names(scope, new EventFilter(null, "ann@example.com", null, actions, T1, null, List.of(), 0), all()))
                .containsExactly("acme 3");
        assertThat(names(
                        AccessScope.EVERYTHING.within(ACME),
                        new EventFilter(null, null, null, null, T2, T2, List.of(), 0).from(2),
                        all()))
                .containsExactly("acme 3");
    }

    @Test
    public void aTimeInOneChainNeedNotRiseWithTheSequence() {
        append(event(ACME, 4, T1.minusMillis(1), "ann@example.com", "config.set", null, List.of()));
        append(event(ACME, 5, T2, "ann@example.com", "config.set", null, List.of()));
        AccessScope acme = AccessScope.EVERYTHING.within(ACME);
        assertThat(names(acme, between(T1, null), all())).containsExactly("acme 2", "acme 3", "acme 5");
        assertThat(names(acme, between(T1.minusMillis(1), T2), all())).containsExactly("acme 2", "acme 4");
        assertThat(names(acme, between(T1, T2), all())).containsExactly("acme 2");
        assertThat(names(acme, between(T2.plusMillis(1), null), all())).isEmpty();
        assertThat(names(AccessScope.EVERYTHING.within(WEBSITE), between(T0, null), all()))
                .isEmpty();
    }

    private static EventFilter between(Instant since, Instant until) {
        return new EventFilter(null, null, null, null, since, until, List.of(), 0);
    }

    @Test
    public void whatIsDoneToSomethingIsFoundByItsName() {
        EventFilter toAcme = new EventFilter(null, null, "acme config.set", null, null, null, List.of(), 0);
        assertThat(names(AccessScope.EVERYTHING, toAcme, all())).containsExactly("acme 3");
        EventFilter byAnn =
                new EventFilter(null, "ann@example.com", "globex member.role", null, T0, null, List.of(), 0);
        assertThat(names(AccessScope.EVERYTHING, byAnn, all())).containsExactly("globex 2");
        assertThat(names(AccessScope.EVERYTHING.within(ACME), byAnn, all())).isEmpty();
    }

    @Test
    public void hashesHaveTheirLength() {
        AuditEvent event = event(ACME, 4, T2, "ann@example.com", "config.set", null, List.of());
        assertThat(catchThrowable(
                        () -> change(store, tx -> tx.audit().append(new AuditHead(ACME, 4, "ab"), event.text()))))
                .isNotNull();
    }

    @Test
    public void confinedActionsAreShownOfSomeOrganizationsAlone() {
        Set<Action> creations = EnumSet.of(Action.ORG_CREATE, Action.PROJECT_CREATE);
        assertThat(names(AccessScope.EVERYTHING, confined(new ConfinedActions(creations, List.of())), all()))
                .containsExactly("globex 2", "acme 3");
        assertThat(names(
                        AccessScope.EVERYTHING,
                        confined(new ConfinedActions(creations, List.of(GLOBEX, WEBSITE))),
                        all()))
                .containsExactly("globex 1", "globex 2", "acme 3");
        ConfinedActions roles = new ConfinedActions(EnumSet.of(Action.MEMBER_ROLE), List.of(ACME));
        assertThat(names(AccessScope.EVERYTHING, confined(new ConfinedActions(creations, List.of()), roles), all()))
                .containsExactly("acme 3");
    }

    private static EventFilter confined(ConfinedActions... confined) {
        return new EventFilter(null, null, null, null, null, null, List.of(confined), 0);
    }

    @Test
    public void everyOrderCanBePagedThrough() {
        List<Sort> orders = new ArrayList<>();
        orders.add(null);
        for (Column<?> column : new AuditTable(null).sortable()) {
            orders.add(new Sort(column.field(), false));
            orders.add(new Sort(column.field(), true));
        }
        for (Sort order : orders) {
            List<RecordedEvent> whole = list(AccessScope.EVERYTHING, EVERY, new Page<>(null, null, order));
            List<RecordedEvent> pages = new ArrayList<>();
            for (RecordedEvent after = null; pages.size() < 5; after = pages.get(pages.size() - 1)) {
                List<RecordedEvent> page = list(AccessScope.EVERYTHING, EVERY, new Page<>(2L, after, order));
                assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(2);
                pages.addAll(page);
            }
            assertThat(pages).as("by %s", order).isEqualTo(whole).doesNotHaveDuplicates();
        }
        assertThat(names(AccessScope.EVERYTHING, EVERY, new Page<>(null, null, new Sort("at", true))))
                .startsWith("acme 3")
                .endsWith("acme 1");
    }
}
