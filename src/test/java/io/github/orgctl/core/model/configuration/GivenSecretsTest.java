package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.GivenSecrets.GivenSecret;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How files give secrets. */
class GivenSecretsTest {
    private static GivenSecrets file(boolean named, String... assignments) {
        List<GivenSecret> all = new ArrayList<>();
        for (String assignment : assignments) {
            int sign = assignment.indexOf('=');
            all.add(new GivenSecret(assignment.substring(0, sign), assignment.substring(sign + 1), all.size() + 1));
        }
        return new GivenSecrets(all, named, false);
    }

    private static String taken(GivenSecrets given, String only, Set<Key> secrets, Set<Key> values) {
        StringBuilder text = new StringBuilder();
        given.in(only == null ? null : new Key(only), secrets, values, "acme/app:live")
                .forEach((key, value) ->
                        text.append(key).append('=').append(value.text()).append(' '));
        return text.toString().strip();
    }

    private static Failure refusal(GivenSecrets given, String only, Set<Key> secrets, Set<Key> values) {
        return catchThrowableOfType(Failure.class, () -> taken(given, only, secrets, values));
    }

    @Test
    void aNameMeansTheSecretThatIsExportedByIt() {
        Set<Key> secrets = Set.of(new Key("db.password"));
        assertThat(taken(file(true, "DB_PASSWORD=x", "TOKEN=y"), null, secrets, Set.of()))
                .isEqualTo("TOKEN=y db.password=x");
        assertThat(taken(file(false, "DB_PASSWORD=x"), null, secrets, Set.of())).isEqualTo("DB_PASSWORD=x");
        assertThat(taken(file(true, "DB_PASSWORD=x", "TOKEN=y"), "db", secrets, Set.of()))
                .isEqualTo("db.password=x");
        assertThat(refusal(file(true, "TOKEN=y"), "db", secrets, Set.of()).kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(refusal(file(true), null, secrets, Set.of()).kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void aNameOfTwoSecretsMeansNeither() {
        Set<Key> both = new TreeSet<>(Set.of(new Key("a.b"), new Key("a-b")));
        Failure failure = refusal(file(true, "A_B=x"), null, both, Set.of());
        assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE);
        assertThat(failure).hasMessage("A_B matches both 'a-b' and 'a.b'");
    }

    @Test
    void noSecretTakesTheKeyOrTheNameOfAValue() {
        Set<Key> values = Set.of(new Key("db.host"));
        assertThat(refusal(file(true, "DB_HOST=x"), null, Set.of(), values).hint())
                .isEqualTo(Advice.UNSET_VALUE.of(new Key("db.host"), "acme/app:live"));
        assertThat(refusal(file(false, "db.host=x"), null, Set.of(), values)).isNotNull();
        assertThat(taken(file(false, "DB_HOST=x"), null, Set.of(), values)).isEqualTo("DB_HOST=x");
        // Where a secret has the name, it is meant.
        assertThat(taken(file(true, "DB_HOST=x"), null, Set.of(new Key("db-host")), values))
                .isEqualTo("db-host=x");
    }

    @Test
    void eachKeyIsGivenOnceAndWithAValue() {
        assertThat(refusal(file(false, "a=x", "b=y", "a=z"), null, Set.of(), Set.of()))
                .hasMessage("line 3: the key 'a' was already given in line 1");
        GivenSecrets empty = file(false, "a=");
        assertThat(refusal(empty, null, Set.of(), Set.of())).hasMessage("line 1, 'a': the value is empty");
        assertThat(taken(empty.allowingEmpty(), null, Set.of(), Set.of())).isEqualTo("a=");
        assertThat(refusal(file(false, "a=\0"), null, Set.of(), Set.of()))
                .hasMessage("line 1, 'a': the value contains a NUL character");
        assertThat(new GivenSecret("a", "secret", 3)).hasToString("a in line 3");
    }

    private static JsonTree text(String text, int line) {
        return new JsonTree(Value.json(text), null, text, line);
    }

    private static JsonTree object(Map<String, JsonTree> members) {
        return new JsonTree("{…}", new TreeMap<>(members));
    }

    @Test
    void membersOfAnObjectAreSegmentsOfKeys() {
        GivenSecrets given = GivenSecrets.of(
                object(Map.of("db", object(Map.of("password", text("x", 2), "a.b", text("y", 3))), "t", text("z", 4))));
        assertThat(taken(given, null, Set.of(), Set.of())).isEqualTo("db.a.b=y db.password=x t=z");
        assertThat(given.all()).extracting(GivenSecret::line).containsExactly(3, 2, 4);
    }

    @Test
    void aSecretIsNoListAndNoEmptyObject() {
        JsonTree list = new JsonTree("[1]", null, null, 7);
        for (JsonTree none : List.of(list, object(Map.of()).in(7))) {
            assertThat(catchThrowableOfType(Failure.class, () -> GivenSecrets.of(object(Map.of("a", none)))))
                    .hasMessage("line 7, key 'a': not a value of a secret");
        }
        assertThat(catchThrowableOfType(Failure.class, () -> GivenSecrets.of(list))
                        .kind())
                .isEqualTo(Failure.Kind.USAGE);
    }
}
