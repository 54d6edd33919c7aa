package io.github.orgctl.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.ClosedGate;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import io.github.orgctl.core.model.promotion.PlannedKey;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Live has {@code k=3}; each planned key was 1, and is 2 in the sandbox and 3 in live. */
class PromotionPlanTest {
    private static final Id ID = new Id("11111111-1111-4111-8111-111111111111");
    private static final Environment LIVE = new Environment(
            ID, Mode.LIVE, 4, null, ID, new Slug("website"), ID, new Slug("acme"), Acting.START, Acting.START);
    private static final Configuration BEFORE =
            Configuration.EMPTY.with(List.of(new KeyEdit(new Key("k"), new Value("3"))));

    private static PlannedKey planned(String key, Reason reason, Gate... gates) {
        Set<Gate> needed = EnumSet.noneOf(Gate.class);
        needed.addAll(List.of(gates));
        return new PlannedKey(
                new MergedKey(new Key(key), reason, new Value("1"), new Value("2"), new Value("3")), needed);
    }

    private static PromotionPlan plan(Set<Gate> opened, PlannedKey... keys) {
        return new PromotionPlan(LIVE, BEFORE, List.of(keys), opened, List.of(), null);
    }

    private static PromotionPlan plan(PlannedKey... keys) {
        return plan(Set.of(), keys);
    }

    private static Failure rule() {
        return new Failure(Failure.Kind.RULE, "no");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void changesLiveAndTheBaseAsTheReasonSays(Reason reason) {
        PromotionPlan plan = plan(planned("k", reason));
        boolean changes = reason == Reason.SANDBOX_CHANGED || reason == Reason.TAKEN;
        boolean settles = reason == Reason.SAME || reason == Reason.KEPT;
        assertThat(plan.after().get(new Key("k"))).isEqualTo(new Value(changes ? "2" : "3"));
        assertThat(plan.advance())
                .isEqualTo(
                        changes || settles
                                ? List.of(new KeyChange(new Key("k"), new Value("1"), new Value("2")))
                                : List.of());
        assertThat(plan.settled()).isEqualTo(settles ? List.of(new Key("k")) : List.of());
        assertThat(plan.differing()).hasSize(reason == Reason.SAME ? 0 : 1);
    }

    @Test
    void aBaseThatIsTheSandboxsAlreadyDoesNotChange() {
        MergedKey same = new MergedKey(new Key("k"), Reason.KEPT, new Value("2"), new Value("2"), new Value("3"));
        PromotionPlan plan = plan(new PlannedKey(same, Set.of()));
        assertThat(plan.advance()).isEmpty();
        assertThat(plan.settled()).isEmpty();
    }

    @Test
    void asksOnceForWhatItChangesAndKeeps() {
        assertThat(plan().question()).isEmpty();
        assertThat(plan(planned("k", Reason.SAME), planned("l", Reason.LIVE_CHANGED))
                        .question())
                .isEmpty();
        String one = plan(planned("k", Reason.SANDBOX_CHANGED)).question().orElseThrow();
        String two = plan(planned("k", Reason.SANDBOX_CHANGED), planned("l", Reason.TAKEN))
                .question()
                .orElseThrow();
        String both = plan(planned("k", Reason.SANDBOX_CHANGED), planned("l", Reason.KEPT))
                .question()
                .orElseThrow();
        String kept = plan(planned("k", Reason.KEPT), planned("l", Reason.KEPT))
                .question()
                .orElseThrow();
        assertThat(one).contains("1 key", "acme/website:live").doesNotContain("1 keys");
        assertThat(two).contains("2 keys");
        assertThat(both.split("1 key", -1)).hasSize(3);
        assertThat(kept.split("2 keys", -1)).hasSize(2);
    }

    @Test
    void asksNothingThatCanNotBeCarriedOut() {
        assertThat(plan(planned("k", Reason.SANDBOX_CHANGED), planned("l", Reason.BOTH_CHANGED))
                        .question())
                .isEmpty();
        assertThat(plan(planned("k", Reason.SANDBOX_CHANGED, Gate.DELETE)).question())
                .isEmpty();
        assertThat(plan(planned("k", Reason.SANDBOX_CHANGED)).breaking(rule()).question())
                .isEmpty();
    }

    /** A conflict takes precedence over a violated rule, which takes precedence over a closed gate. */
    @Test
    void tellsTheFirstThingInTheWay() {
        PlannedKey conflict = planned("k", Reason.BOTH_CHANGED);
        PlannedKey gated = planned("l", Reason.SANDBOX_CHANGED, Gate.CRITICAL);
        assertThat(plan(planned("k", Reason.SANDBOX_CHANGED)).obstacle()).isNull();
        assertThat(plan(conflict, gated).breaking(rule()).obstacle().kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(plan(gated).breaking(rule()).obstacle().kind()).isEqualTo(Failure.Kind.RULE);
        assertThat(plan(gated).breaking(rule()).obstacle()).hasMessage("no");
        assertThat(plan(gated).obstacle().kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(plan(EnumSet.of(Gate.CRITICAL), gated).obstacle()).isNull();
    }

    @Test
    void conflictsAreNamed() {
        List<PlannedKey> keys = new ArrayList<>();
        for (int i = 10; i < 20; i++) {
            keys.add(planned("k" + i, Reason.BOTH_CHANGED));
        }
        Failure ten = plan(keys.toArray(new PlannedKey[0])).obstacle();
        assertThat(ten)
                .hasMessageContaining("k10, k11")
                .hasMessageContaining("k19")
                .hasMessageNotContaining("more");
        keys.add(planned("k20", Reason.BOTH_CHANGED));
        keys.add(planned("k21", Reason.BOTH_CHANGED));
        Failure twelve = plan(keys.toArray(new PlannedKey[0])).obstacle();
        assertThat(twelve).hasMessageContaining("2 more").hasMessageNotContaining("k20");
    }

    @Test
    void closedGatesNameTheKeysThatNeedThem() {
        PlannedKey critical = planned("k", Reason.SANDBOX_CHANGED, Gate.CRITICAL, Gate.NEW_DOMAIN);
        PlannedKey deleted = planned("l", Reason.SANDBOX_CHANGED, Gate.DELETE);
        PlannedKey free = planned("m", Reason.SANDBOX_CHANGED);
        assertThat(plan(EnumSet.of(Gate.NEW_DOMAIN), critical, deleted, free).closedGates())
                .containsExactly(
                        new ClosedGate(Gate.DELETE, List.of(new Key("l"))),
                        new ClosedGate(Gate.CRITICAL, List.of(new Key("k"))));
        assertThat(plan(EnumSet.allOf(Gate.class), critical, deleted).closedGates())
                .isEmpty();
    }

    @Test
    void aKeyIsGatedByTheGatesItNeedsThatAreNotOpen() {
        PlannedKey critical = planned("k", Reason.SANDBOX_CHANGED, Gate.CRITICAL, Gate.NEW_DOMAIN);
        PlannedKey free = planned("l", Reason.SANDBOX_CHANGED);
        PromotionPlan one = plan(EnumSet.of(Gate.NEW_DOMAIN), critical, free);
        assertThat(one.gated()).containsExactly(critical);
        assertThat(one.closed(critical)).containsExactly(Gate.CRITICAL);
        assertThat(one.closed(free)).isEmpty();
        assertThat(plan(EnumSet.allOf(Gate.class), critical, free).gated()).isEmpty();
    }

    @Test
    void noKeyIsGatedWhereAnotherReasonStandsInTheWay() {
        PlannedKey gated = planned("k", Reason.SANDBOX_CHANGED, Gate.CRITICAL);
        assertThat(plan(gated).breaking(rule()).gated()).isEmpty();
        assertThat(plan(gated, planned("l", Reason.BOTH_CHANGED)).gated()).isEmpty();
    }

    @Test
    void equalPlansDoTheSame() {
        assertThat(plan(planned("k", Reason.SANDBOX_CHANGED))).isEqualTo(plan(planned("k", Reason.SANDBOX_CHANGED)));
        assertThat(plan(planned("k", Reason.SANDBOX_CHANGED))).isNotEqualTo(plan(planned("k", Reason.TAKEN)));
        PromotionPlan broken = plan(planned("k", Reason.SANDBOX_CHANGED)).breaking(rule());
        assertThat(broken)
                .isNotEqualTo(plan(planned("k", Reason.SANDBOX_CHANGED)).breaking(rule()));
    }
}
