package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.promotion.Difference;
import io.github.orgctl.core.model.promotion.LiveChange;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a promotion does to a key of live, and whether it counts as promoted from then on. */
class MergedKeyTest {
    private static MergedKey key(Reason reason, String base, String sandbox, String live) {
        return new MergedKey(new Key("a"), reason, value(base), value(sandbox), value(live));
    }

    private static Value value(String json) {
        return json == null ? null : new Value(json);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME,            1, 1,  1, UNCHANGED",
        "SANDBOX_CHANGED, 1, 2,  1, CHANGE",
        "SANDBOX_CHANGED,  , 2,   , ADD",
        "SANDBOX_CHANGED, 1,  ,  1, DELETE",
        "LIVE_CHANGED,    1, 1,  2, UNCHANGED",
        "BOTH_CHANGED,    1, 2,  3, CONFLICT",
        "TAKEN,           1, 2,  3, CHANGE",
        "TAKEN,           1,  ,  3, DELETE",
        "TAKEN,           1, 2,   , ADD",
        "KEPT,            1, 2,  3, UNCHANGED",
        "NEVER_PROMOTED,  1, 2,  1, UNCHANGED",
    })
    void whatHappensInLive(Reason reason, String base, String sandbox, String live, LiveChange change) {
        MergedKey key = key(reason, base, sandbox, live);
        assertThat(key.liveChange()).isEqualTo(change);
        assertThat(key.changesLive())
                .isEqualTo(change == LiveChange.ADD || change == LiveChange.CHANGE || change == LiveChange.DELETE);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME,            1, 1, false",
        "SAME,             , 1, true",
        "SANDBOX_CHANGED, 1, 2, true",
        "TAKEN,           1, 2, true",
        "KEPT,            1, 2, true",
        "LIVE_CHANGED,    1, 2, false",
        "BOTH_CHANGED,    1, 2, false",
        "NEVER_PROMOTED,  1, 2, false",
    })
    void whatIsDecidedAndNewDoesNotComeUpAgain(Reason reason, String base, String sandbox, boolean advances) {
        assertThat(key(reason, base, sandbox, "3").advances()).isEqualTo(advances);
    }

    @Test
    void aDifferenceTellsWhatAPromotionWouldDo() {
        assertThat(Difference.of(key(Reason.BOTH_CHANGED, "1", "2", "3")))
                .isEqualTo(new Difference(
                        new Key("a"), false, LiveChange.CONFLICT, new Value("2"), new Value("3"), new Value("1")));
    }

    @Test
    void aSecretNeverCrosses() {
        KeyChange change = KeyChange.ofSecret(new Key("a"), new SecretMark("env:A"), null);
        assertThat(Difference.ofSecret(change)).satisfies(difference -> {
            assertThat(difference.secret()).isTrue();
            assertThat(difference.change()).isEqualTo(LiveChange.UNCHANGED);
            assertThat(difference.sandbox()).isEqualTo(change.before());
            assertThat(difference.live()).isNull();
        });
    }
}
