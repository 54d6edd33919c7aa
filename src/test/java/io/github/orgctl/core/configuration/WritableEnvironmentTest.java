package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a change. */
class WritableEnvironmentTest {
    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, test);
    }

    private static Edit closed(String environment) {
        return new Edit(at(environment), Description.NONE, null);
    }

    @Test
    void aClosedGateStopsAChangeOfLive() {
        inApp(app -> {
            app.acting().set(LIVE, "url=\"https://a.example\"", "b=1");
            List<KeyEdit> newHost = List.of(new KeyEdit(new Key("url"), Value.ofText("https://b.example")));
            Failure refusal = failure(() -> app.acting().configurations().set(closed(LIVE), newHost));
            assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
            assertThat(refusal).hasMessageContaining("hosts not used in live yet (url)");
            app.acting().configurations().set(closed(SANDBOX), newHost);
            assertThat(app.value(LIVE, "url")).contains("a.example");
        });
    }

    /** All at once, so that they can be set right together. */
    @Test
    void everythingThatStandsInTheWayIsFound() {
        inApp(app -> {
            app.acting().set(LIVE, "url=\"https://a.example\"");
            app.secret(LIVE, "password", "s");
            List<KeyEdit> edits = List.of(
                    new KeyEdit(new Key("password"), new Value("1")),
                    new KeyEdit(new Key("url"), Value.ofText("https://b.example")),
                    new KeyEdit(new Key("url.part"), new Value("1")));
            Problems problems = new Problems();
            WritableEnvironment live = app.open(closed(LIVE), problems);
            live.inspect(live.values().with(edits), List.<SecretChange>of(), problems);
            Failure refusal = failure(problems::refuse);
            assertThat(refusal.getMessage())
                    .contains("'password'")
                    .contains("'url.part'")
                    .contains("hosts not used in live yet");
            Problems none = new Problems();
            live.inspect(live.values(), List.<SecretChange>of(), none);
            assertThat(none.isEmpty()).isTrue();
        });
    }

    @Test
    void onlyABrokenRuleIsABreach() {
        inApp(app -> {
            app.acting().set(LIVE, "a=1");
            app.secret(LIVE, "password", "s");
            WritableEnvironment live = app.open(closed(LIVE), new Problems());
            List<KeyEdit> fine = List.of(new KeyEdit(new Key("b"), new Value("1")));
            List<KeyEdit> below = List.of(new KeyEdit(new Key("a.b"), new Value("1")));
            List<KeyEdit> secret = List.of(new KeyEdit(new Key("password"), new Value("1")));
            assertThat(live.breach(live.values().with(fine))).isNull();
            assertThat(live.breach(live.values())).isNull();
            assertThat(live.breach(live.values().with(below)).kind()).isEqualTo(Kind.RULE);
            assertThat(live.breach(live.values().with(secret)).kind()).isEqualTo(Kind.RULE);
            Value unknown = Value.given("{\"$template\":\"${acme/none/a}\"}");
            refused(Kind.NOT_FOUND, () -> live.breach(live.values().with(List.of(new KeyEdit(new Key("b"), unknown)))));
        });
    }

    private static String found(Sealing app, String environment, List<KeyEdit> edits, SecretChange... secrets) {
        Problems problems = new Problems();
        WritableEnvironment target = app.open(closed(environment), problems);
        target.inspect(target.values().with(edits), List.of(secrets), problems);
        return problems.isEmpty() ? "" : failure(problems::refuse).getMessage();
    }

    private static KeyEdit change(String key, String json) {
        return new KeyEdit(new Key(key), json == null ? null : Value.given(json));
    }

    @Test
    void eachThingThatStandsInTheWayIsFoundByItself() {
        inApp(app -> {
            app.acting().set(SANDBOX, "a=1", "a-b=2", "host=\"h\"");
            app.acting().set(LIVE, "host=\"l\"");
            app.template(SHOP, "partner", "${acme/app:sandbox/host}");
            assertThat(found(app, SANDBOX, List.of(change("c", "1")))).isEmpty();
            assertThat(found(app, SANDBOX, List.of(change("t", "{\"$template\":\"${acme/app:live/host}\"}"))))
                    .contains("a sandbox can't use live values");
            assertThat(found(app, SANDBOX, List.of(change("host", null)))).contains("templates refer to host");
            assertThat(found(app, SANDBOX, List.of(change("a_b", "1")))).contains("would both be exported as A_B");
            Secret secret = new Secret(
                    new Key("a"), 1, SecretKind.ENV, "A", null, false, Acting.START, Acting.START, Acting.START);
            assertThat(found(app, SANDBOX, List.of(), new SecretChange(secret.key(), null, secret)))
                    .contains("'a'");
        });
    }

    @Test
    void aSchemaJudgesWhatIsATreeOfKeys() {
        inApp(app -> {
            app.acting()
                    .projectSchemas()
                    .set(
                            ProjectReference.parse("acme/app"),
                            "{\"properties\":{\"a\":{\"type\":\"string\"}}}",
                            false,
                            Set.of());
            String violated = "would violate the project's schema";
            assertThat(found(app, SANDBOX, List.of(change("a", "1")))).contains(violated);
            assertThat(found(app, SANDBOX, List.of(change("a", "\"1\"")))).isEmpty();
            assertThat(found(app, SANDBOX, List.of(change("a", "1"), change("a.b", "1"))))
                    .isNotEmpty()
                    .doesNotContain(violated);
        });
    }
}
