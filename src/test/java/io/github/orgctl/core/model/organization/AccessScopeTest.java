package io.github.orgctl.core.model.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.store.StoreRestore;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a list may show, and small facts about projects and environments. */
class AccessScopeTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final Id ACME = id(1);
    private static final Id OTHER = id(2);
    private static final Id WEBSITE = id(3);
    private static final Id SHOP = id(4);

    private static Id id(int number) {
        return new Id("00000000-0000-4000-8000-00000000000" + number);
    }

    private static Environment environment(Id organization, Id project, Mode mode, long revision) {
        return new Environment(
                id(9), mode, revision, null, project, new Slug("p"), organization, new Slug("o"), NOW, NOW);
    }

    private static Project project(Id organization, Id id) {
        return new Project(
                id,
                organization,
                new Slug("o"),
                new Slug("p"),
                new Name("P"),
                Description.NONE,
                id(7),
                id(8),
                1,
                NOW,
                NOW,
                null);
    }

    /** Null stands for no bound. */
    @Test
    void coversWhatIsWithinAllOfItsBounds() {
        for (List<Id> organizations : Arrays.asList(null, List.of(ACME), List.<Id>of())) {
            for (Id bound : new Id[] {null, WEBSITE}) {
                for (Mode mode : new Mode[] {null, Mode.LIVE}) {
                    AccessScope scope = new AccessScope(organizations, bound, mode);
                    for (Id organization : new Id[] {ACME, OTHER}) {
                        boolean seen = organizations == null || organizations.contains(organization);
                        assertThat(scope.covers(organization)).isEqualTo(seen);
                        for (Id project : new Id[] {WEBSITE, SHOP}) {
                            boolean in = seen && (bound == null || project.equals(bound));
                            assertThat(scope.covers(project(organization, project)))
                                    .isEqualTo(in);
                            for (Mode each : Mode.values()) {
                                assertThat(scope.covers(environment(organization, project, each, 1)))
                                        .as("%s of %s in %s", each, project, scope)
                                        .isEqualTo(in && (mode == null || each == mode));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void becomesNarrowerAndNeverWider() {
        AccessScope live = new AccessScope(List.of(ACME), WEBSITE, Mode.LIVE);
        AccessScope both = new AccessScope(List.of(ACME), WEBSITE, null);
        assertThat(both.within(Mode.LIVE)).isEqualTo(live);
        assertThat(both.within((Mode) null)).isEqualTo(both);
        assertThat(live.within((Mode) null)).isEqualTo(live);
        assertThat(live.within(Mode.LIVE)).isEqualTo(live);
        AccessScope nothing = live.within(Mode.SANDBOX);
        assertThat(nothing.covers(environment(ACME, WEBSITE, Mode.SANDBOX, 1))).isFalse();
        assertThat(nothing.covers(environment(ACME, WEBSITE, Mode.LIVE, 1))).isFalse();
        assertThat(AccessScope.EVERYTHING.within(ACME)).isEqualTo(new AccessScope(List.of(ACME), null, null));
    }

    @Test
    void driftIsAnyDifference() {
        Project website = project(ACME, WEBSITE);
        assertThat(new Drift(website, 0, 0, 0).isNone()).isTrue();
        for (long[] counts : new long[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {0, 1, 1}, {1, 0, 1}}) {
            assertThat(new Drift(website, counts[0], counts[1], counts[2]).isNone())
                    .isFalse();
        }
    }

    /** After a restore, revisions are counted on in a higher range. */
    @Test
    void anEnvironmentIsNewUntilItsFirstChange() {
        long restored = StoreIdentity.REVISIONS;
        for (long revision : new long[] {1, restored + 1, 2 * restored + 1}) {
            assertThat(environment(ACME, WEBSITE, Mode.LIVE, revision).isNew()).isTrue();
            assertThat(environment(ACME, WEBSITE, Mode.LIVE, revision + 1).isNew())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theOtherModeIsNeitherThisNorAThird(Mode mode) {
        assertThat(mode.other()).isNotEqualTo(mode);
        assertThat(mode.other().other()).isEqualTo(mode);
        assertThat(Mode.parse(mode.toString())).isEqualTo(mode);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void viewersNeverChangeLive(Role role) {
        if (role == Role.VIEWER) {
            assertThat(LiveWrites.allows(role)).isFalse();
            assertThatThrownBy(() -> new LiveWrites(role)).isInstanceOf(Failure.class);
        } else {
            assertThat(LiveWrites.allows(role)).isTrue();
            assertThat(LiveWrites.parse(role.toString())).hasToString(role.toString());
        }
    }

    @Test
    void theSharedProjectIsNamedSo() {
        assertThat(ProjectReference.shared(null)).hasToString("shared");
        assertThat(ProjectReference.shared(OrganizationReference.parse("acme"))).hasToString("acme/shared");
        assertThat(new ProjectReference.ById(WEBSITE)).hasToString(WEBSITE.value());
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void everyGateHasANameAndARisk(Gate gate) {
        assertThat(gate.toString()).matches("[a-z-]+");
        assertThat(gate.risk()).isNotBlank();
        assertThat(Gate.values()).extracting(Gate::risk).doesNotHaveDuplicates();
    }

    @Test
    void aRestoreTellsWhereTheFormerContentIs() {
        StoreRestore restore = new StoreRestore("store.db", 7, 2, null);
        assertThat(restore.replacing("/tmp/kept.db")).isEqualTo(new StoreRestore("store.db", 7, 2, "/tmp/kept.db"));
    }
}
