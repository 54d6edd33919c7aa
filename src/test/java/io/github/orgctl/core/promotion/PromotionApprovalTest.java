package io.github.orgctl.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.TwoEnvironments;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.JdbcStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a plan that was confirmed is carried out. */
class PromotionApprovalTest {
    private static final Key A = new Key("a");
    private static final Key B = new Key("b");

    @TempDir
    Path folder;

    private void withProject(Consumer<TwoEnvironments> test) {
        try (Store store = JdbcStore.open(folder.resolve("store.db").toString(), Map.of())) {
            store.inTx(Store.Purpose.DRY_RUN, tx -> {
                test.accept(new TwoEnvironments(tx));
                return null;
            });
        }
    }

    private static PromotionRequest everything(TwoEnvironments project) {
        return project.request(List.of(), List.of(), List.of());
    }

    @Test
    void carriesOutThePlanThatWasSeen() {
        withProject(project -> {
            project.set(Mode.SANDBOX, A, "1");
            PromotionPlan seen = project.promotions().plan(everything(project));
            Promotion promotion = project.promotions().promote(everything(project), Approval.of(seen));
            assertThat(promotion.refusal()).isNull();
            assertThat(project.values(Mode.LIVE)).isEqualTo(project.values(Mode.SANDBOX));
        });
    }

    @Test
    void refusesAnyOther() {
        List<Consumer<TwoEnvironments>> meanwhile = List.of(
                project -> project.set(Mode.SANDBOX, A, "2"),
                project -> project.set(Mode.SANDBOX, B, "1"),
                project -> project.unset(Mode.SANDBOX, A),
                project -> project.set(Mode.LIVE, B, "1"));
        for (Consumer<TwoEnvironments> change : meanwhile) {
            withProject(project -> {
                project.set(Mode.SANDBOX, A, "1");
                PromotionPlan seen = project.promotions().plan(everything(project));
                change.accept(project);
                Configuration live = project.values(Mode.LIVE);
                Failure failure = catchThrowableOfType(
                        Failure.class, () -> project.promotions().promote(everything(project), Approval.of(seen)));
                assertThat(failure).isNotNull();
                assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
                assertThat(project.values(Mode.LIVE)).isEqualTo(live);
            });
        }
    }

    @Test
    void needsAnApprovalOnlyWhereLiveWouldChange() {
        withProject(project -> {
            assertThat(project.promotions()
                            .promote(everything(project), Approval.of(null))
                            .refusal())
                    .isNull();
            project.set(Mode.SANDBOX, A, "1");
            Promotion refused = project.promotions().promote(everything(project), Approval.of(null));
            assertThat(refused.refusal().kind()).isEqualTo(Failure.Kind.REFUSED);
            assertThat(project.values(Mode.LIVE)).isEqualTo(Configuration.EMPTY);
        });
    }
}
