package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.KeyPolicy.Pair;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schema that protects keys of live is not replaced by one that does not. */
class SchemaGatesTest {
    private static final ProjectReference APP = ProjectReference.parse("acme/app");

    @TempDir
    Path folder;

    private static Failure replaced(Acting acting, String schema, Gate... opened) {
        return acting.projectSchemas().set(APP, schema, true, Set.of(opened)).refusal();
    }

    private static String schema(String key, String protection) {
        return "{\"properties\":{\"" + key + "\":{\"x-orgctl\":{" + protection + "}}}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"critical\":true|CRITICAL|critical keys",
                "\"promote\":\"never\"|CRITICAL|critical keys",
                "\"only\":\"live\"|CRITICAL|critical keys",
                "\"pair\":\"differ\"|CRITICAL|critical keys",
                "\"downgrade\":true|DOWNGRADE|restrictions to loosen",
            })
    void aKeyThatWouldLoseItsProtectionNeedsAGateOpen(String protection, Gate gate, String risk) {
        Sealing.inApp(folder, app -> {
            Acting acting = app.acting();
            acting.set(LIVE, "a=1");
            assertThat(replaced(acting, schema("a", protection))).isNull();
            assertThat(replaced(acting, schema("a", protection) + " "))
                    .as("the same again")
                    .isNull();
            Failure refusal = replaced(acting, "{}");
            assertThat(refusal.kind()).isEqualTo(Failure.Kind.REFUSED);
            assertThat(refusal).hasMessageContaining(risk + " (a)");
            assertThat(replaced(acting, "{}", gate)).isNull();
        });
    }

    @Test
    void whatLiveDoesNotHaveLosesNothing() {
        Sealing.inApp(folder, app -> {
            Acting acting = app.acting();
            acting.set(SANDBOX, "a=1");
            acting.set(LIVE, "b=1");
            assertThat(replaced(acting, schema("a", "\"critical\":true"))).isNull();
            assertThat(replaced(acting, "{}")).isNull();
        });
    }

    @Test
    void secretsAreProtectedToo() {
        Sealing.inApp(folder, app -> {
            app.secret(LIVE, "a", "s");
            assertThat(replaced(app.acting(), schema("a", "\"critical\":true"))).isNull();
            assertThat(replaced(app.acting(), "{}")).isNotNull();
        });
    }

    private static KeyPolicy policy(String key, Pair pair, Mode only, boolean never, boolean critical, boolean guard) {
        return new KeyPolicy(new Key(key), pair, only, never, critical, guard);
    }

    @Test
    void anyProtectionIsOne() {
        assertThat(new KeyPolicies(List.<KeyPolicy>of()).protectsAny()).isFalse();
        assertThat(policies(policy("a", Pair.MATCH, null, false, false, false)).protectsAny())
                .isFalse();
        for (KeyPolicy each : List.of(
                policy("a", Pair.DIFFER, null, false, false, false),
                policy("a", null, Mode.LIVE, false, false, false),
                policy("a", null, null, true, false, false),
                policy("a", null, null, false, true, false),
                policy("a", null, null, false, false, true))) {
            assertThat(policies(each).protectsAny()).as(each.toString()).isTrue();
        }
    }

    private static KeyPolicies policies(KeyPolicy policy) {
        return new KeyPolicies(List.of(policy));
    }

    /** What is said of a key holds for those below it, and for all of a value that holds them. */
    @Test
    void whatIsPromotedIsAWholeValue() {
        KeyPolicies never = policies(policy("a.b", null, null, true, false, false));
        for (String key : new String[] {"a.b", "a.b.c", "a"}) {
            assertThat(never.isNeverPromoted(new Key(key))).as(key).isTrue();
        }
        for (String key : new String[] {"a.c", "a.bc", "ab", "b"}) {
            assertThat(never.isNeverPromoted(new Key(key))).as(key).isFalse();
        }
        assertThat(policies(policy("a", Pair.MATCH, null, false, true, false)).isNeverPromoted(new Key("a")))
                .isFalse();
        assertThat(policies(policy("a", null, null, false, false, true)).guardsDowngrade("a.b"))
                .isTrue();
    }
}
