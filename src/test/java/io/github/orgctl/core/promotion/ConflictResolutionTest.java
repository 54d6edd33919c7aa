package io.github.orgctl.core.promotion;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import io.github.orgctl.core.model.promotion.PlannedKey;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Since the last promotion, the sandbox changed {@code edited}, live changed {@code tuned}, both changed {@code both},
 * and {@code same} is equal; {@code never} differs and is excluded from promotion.
 */
class ConflictResolutionTest {
    private static final String SCHEMA = """
            {"type": "object", "properties": {"never": {"x-orgctl": {"promote": "never"}}}}
            """;

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "Website");
            operator.set("acme/website:sandbox", "edited=1", "tuned=1", "both=1", "same=1");
            operator.promotions().promote(request("", "", ""), Approval.beforehand());
            operator.set("acme/website:sandbox", "edited=2", "both=2", "never=1");
            operator.set("acme/website:live", "tuned=3", "both=3");
            test.accept(operator);
        });
    }

    private static List<Key> keys(String paths) {
        List<Key> keys = new ArrayList<>();
        for (String path : paths.isEmpty() ? new String[0] : paths.split(" ")) {
            keys.add(new Key(path));
        }
        return keys;
    }

    private static PromotionRequest request(String keys, String take, String keep) {
        Edit live = Acting.edit("acme/website:live");
        return new PromotionRequest(live, keys(keys), keys(take), keys(keep));
    }

    private static List<String> settled(Acting acting, String keys, String take, String keep) {
        List<String> settled = new ArrayList<>();
        for (PlannedKey planned :
                acting.promotions().plan(request(keys, take, keep)).keys()) {
            settled.add(planned.key() + " " + planned.merged().reason());
        }
        return settled;
    }

    private static void markNever(Acting acting) {
        acting.projectSchemas().set(ProjectReference.parse("acme/website"), SCHEMA, false, Set.of());
    }

    private static String word(Reason reason) {
        return reason.toString();
    }

    @Test
    void looksAtEverythingUnlessKeysAreNamed() {
        inAcme(acting -> {
            assertThat(settled(acting, "", "", ""))
                    .containsExactly(
                            "both " + word(Reason.BOTH_CHANGED),
                            "edited " + word(Reason.SANDBOX_CHANGED),
                            "never " + word(Reason.SANDBOX_CHANGED),
                            "same " + word(Reason.SAME),
                            "tuned " + word(Reason.LIVE_CHANGED));
            assertThat(settled(acting, "edited same", "", "")).containsExactly("edited sandbox-changed", "same same");
        });
    }

    @Test
    void settlesConflicts() {
        inAcme(acting -> {
            assertThat(settled(acting, "both", "both", "")).containsExactly("both taken");
            assertThat(settled(acting, "both", "", "both")).containsExactly("both kept");
        });
    }

    @Test
    void keepsWhatWouldBePromoted() {
        inAcme(acting -> {
            assertThat(settled(acting, "edited", "", "edited")).containsExactly("edited kept");
            assertThat(settled(acting, "edited", "edited", "")).containsExactly("edited sandbox-changed");
            assertThat(settled(acting, "tuned same", "", "tuned same"))
                    .containsExactly("same same", "tuned live-changed");
        });
    }

    @Test
    void takesNothingThatOnlyLiveChanged() {
        inAcme(acting -> refused(Failure.Kind.CONFLICT, () -> settled(acting, "", "tuned", "")));
    }

    @Test
    void saysOneThingOfEachKey() {
        inAcme(acting -> {
            refused(Failure.Kind.USAGE, () -> settled(acting, "", "both", "both"));
            refused(Failure.Kind.USAGE, () -> settled(acting, "edited", "both", ""));
            refused(Failure.Kind.USAGE, () -> settled(acting, "edited", "", "both"));
        });
    }

    @Test
    void namesKeysThatAreThere() {
        inAcme(acting -> {
            refused(Failure.Kind.NOT_FOUND, () -> settled(acting, "none", "", ""));
            refused(Failure.Kind.NOT_FOUND, () -> settled(acting, "", "none", ""));
            refused(Failure.Kind.NOT_FOUND, () -> settled(acting, "", "", "none"));
        });
    }

    @Test
    void leavesOutWhatIsNeverPromoted() {
        inAcme(acting -> {
            markNever(acting);
            assertThat(settled(acting, "never", "", "")).containsExactly("never never-promoted");
            assertThat(settled(acting, "never", "", "never")).containsExactly("never never-promoted");
            refused(Failure.Kind.RULE, () -> settled(acting, "never", "never", ""));
            acting.set("acme/website:live", "never=1");
            assertThat(settled(acting, "never", "never", "")).containsExactly("never same");
            assertThat(acting.environments()
                            .difference(EnvironmentReference.parse("acme/website"), null, null)
                            .changes())
                    .extracting(change -> change.key().path())
                    .doesNotContain("never");
        });
    }

    @Test
    void suggestsTheNearestKey() {
        inAcme(acting -> assertThat(
                        Acting.failure(() -> settled(acting, "edite", "", "")).hint())
                .asString()
                .contains("edited"));
    }
}
