package io.github.orgctl.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeWayMergeTest {
    private static Configuration of(String key, String json) {
        TreeMap<Key, Value> values = new TreeMap<>();
        if (json != null) {
            values.put(new Key(key), new Value(json));
        }
        return new Configuration(values);
    }

    /** All combinations of three equal, different or missing values. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, SAME",
        "1, 2, 2, SAME",
        "1,  ,  , SAME",
        " , 1, 1, SAME",
        "1, 2, 1, SANDBOX_CHANGED",
        "1,  , 1, SANDBOX_CHANGED",
        " , 1,  , SANDBOX_CHANGED",
        "1, 1, 2, LIVE_CHANGED",
        "1, 1,  , LIVE_CHANGED",
        " ,  , 1, LIVE_CHANGED",
        "1, 2, 3, BOTH_CHANGED",
        "1,  , 2, BOTH_CHANGED",
        "1, 2,  , BOTH_CHANGED",
        " , 1, 2, BOTH_CHANGED",
    })
    void knowsWhoChangedWhat(String base, String sandbox, String live, Reason reason) {
        List<MergedKey> merged = ThreeWayMerge.of(of("a", base), of("a", sandbox), of("a", live));
        assertThat(merged).extracting(MergedKey::reason).containsExactly(reason);
    }

    @Test
    void goesThroughAllKeysInTheirOrder() {
        List<MergedKey> merged = ThreeWayMerge.of(of("c", "1"), of("a", "1"), of("b", "1"));
        assertThat(merged)
                .extracting(key -> key.key() + " " + key.reason())
                .containsExactly("a sandbox-changed", "b live-changed", "c same");
        assertThat(ThreeWayMerge.of(Configuration.EMPTY, Configuration.EMPTY, Configuration.EMPTY))
                .isEmpty();
    }
}
