package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.apply;
import static io.github.orgctl.core.document.Documents.deleting;
import static io.github.orgctl.core.document.Documents.entries;
import static io.github.orgctl.core.document.Documents.keeping;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.document.Documents.storeSecret;
import static io.github.orgctl.core.kernel.Acting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Comparing and applying many documents at once, which must not change the result. */
class ManyDocumentsTest {
    /** Acme has 50 projects that match the documents. */
    private static void inAcme(BiConsumer<Acting, Object[]> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            List<Object> drafts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                drafts.add(project("acme/p" + i)
                        .name("P" + i)
                        .sandbox("a=" + i)
                        .live()
                        .sandboxSecrets("token=env:TOKEN")
                        .liveSecrets());
            }
            apply(operator, drafts.toArray());
            test.accept(operator, drafts.toArray());
        });
    }

    @Test
    void everyDifferenceIsFound() {
        inAcme((operator, all) -> {
            assertThat(deleting(operator, all).entries()).isEmpty();
            operator.set("acme/p7:sandbox", "a=0");
            apply(operator, project("acme/p8").sandboxSecrets("token=env:OTHER"));
            storeSecret(operator, "acme/p9:live", "held");
            assertThat(entries(deleting(operator, all)))
                    .containsExactly(
                            "update configuration acme/p7:sandbox a: 0 -> 7",
                            "update secret acme/p8:sandbox token: \"env:OTHER\" -> \"env:TOKEN\"",
                            "delete secret acme/p9:live held: \"stored\" -> null [live, delete]");
        });
    }

    @Test
    void documentsMayMentionValuesOrSecretsAlone() {
        inAcme((operator, all) -> {
            all[0] = project("acme/p0").sandbox("a=1");
            all[1] = project("acme/p1").sandboxSecrets("token=env:OTHER");
            assertThat(entries(deleting(operator, all)))
                    .containsExactly(
                            "update configuration acme/p0:sandbox a: 0 -> 1",
                            "update secret acme/p1:sandbox token: \"env:TOKEN\" -> \"env:OTHER\"");
        });
    }

    @Test
    void aSecretThatTheStoreHasToHoldIsMissed() {
        inAcme((operator, all) -> {
            all[2] = project("acme/p2").sandbox("a=2").sandboxSecrets("token=stored", "other=stored");
            Failure failure = failure(() -> deleting(operator, all));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure).hasMessage("secrets without a stored value:\n  acme/p2:sandbox other");
        });
    }

    @Test
    void whatIsUnchangedHasToBeReadableAsWell() {
        inAcme((operator, all) -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, null, Mode.SANDBOX));
            Failure failure = failure(() -> keeping(token, all));
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(failure)
                    .hasMessageContainingAll("'config.list' on acme/p0:live", "'secret.list' on acme/p0:live");
        });
    }

    /** A transaction is ended and retried when a schema has to be read or evaluated. */
    @Test
    void schemasAreReadAtOnceAndAskedAtOnce() {
        AtomicInteger transactions = new AtomicInteger();
        Acting.inNewStore(operator -> {
            transactions.incrementAndGet();
            operator.organization("Acme");
            operator.project("acme", "Changed");
            operator.project("acme", "Kept");
            operator.set("acme/changed:sandbox", "a=1");
            operator.set("acme/changed:live", "a=2");
            operator.set("acme/kept:sandbox", "b=1");
            apply(
                    operator,
                    project("acme/new")
                            .name("New")
                            .schema(schema("n"))
                            .sandbox("n=1")
                            .live("n=2"),
                    project("acme/other").name("Other").schema(schema("o")).sandbox("o=1"),
                    project("acme/changed").schema(schema("a")).live("a=3"),
                    project("acme/kept").schema(schema("b")));
        });
        assertThat(transactions).hasValue(3);
        Acting.inNewStore(operator -> {
            transactions.incrementAndGet();
            operator.organization("Acme");
            operator.tx().schemas().put(operator.project("acme", "App").id(), schema("c"), operator.now());
            apply(operator, project("acme/app").sandbox("c=1").sandboxSecrets("s=env:S"));
        });
        assertThat(transactions).hasValue(5);
    }

    private static String schema(String key) {
        return "{\"properties\":{\"" + key + "\":{\"type\":\"integer\"}}}";
    }
}
