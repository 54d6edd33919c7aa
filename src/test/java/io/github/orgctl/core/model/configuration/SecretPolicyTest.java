package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.GivenSecrets.GivenSecret;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long secrets are good, in which order they are listed, and how files give them. */
class SecretPolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-01T00:00:00Z");
    private static final Key KEY = new Key("password");

    private static SecretPolicy policy(Instant expiresAt, String rotateEvery) {
        RotationPeriod period = rotateEvery == null ? null : new RotationPeriod(rotateEvery);
        return new SecretPolicy(null, expiresAt, period, Description.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1h, 2026-01-31T01:00:00Z",
        "90d, 2026-05-01T00:00:00Z",
        "6w, 2026-03-14T00:00:00Z",
        "P1M, 2026-02-28T00:00:00Z",
        "P1Y2M3D, 2027-04-03T00:00:00Z",
        "PT12H, 2026-01-31T12:00:00Z",
        "P1DT1H, 2026-02-01T01:00:00Z",
    })
    void aPeriodIsThatOfTheCalendar(String text, Instant end) {
        assertThat(new RotationPeriod(text).after(NOW)).isEqualTo(end);
        assertThat(new RotationPeriod(text)).hasToString(text);
        assertThat(SecretExpiry.parse(text).from(NOW)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "0d",
                "-1d",
                "P0D",
                "P-1M",
                "PT0S",
                "90",
                "3m",
                "10s",
                "1.5h",
                "P",
                "x",
                "9999999999d",
                "P999999999Y"
            })
    void otherTextsAreNoPeriods(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new RotationPeriod(text));
        assertThat(failure).as(text).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage("'" + text + "' is not a period");
    }

    @Test
    void aPeriodEndsBeforeTheYear10000() {
        RotationPeriod tooLong = new RotationPeriod("P8000Y");
        assertThat(catchThrowableOfType(Failure.class, () -> tooLong.after(NOW)).kind())
                .isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void anExpiryIsATimeAPeriodOrNever() {
        assertThat(SecretExpiry.parse("never").from(NOW)).isNull();
        assertThat(SecretExpiry.parse("2026-03-01").from(NOW)).isEqualTo(LATER);
        assertThat(SecretExpiry.parse("2026-03-01T00:00:00Z").from(NOW)).isEqualTo(LATER);
        for (String text : new String[] {"", "3m", "30s", "Never", "2026"}) {
            assertThat(catchThrowableOfType(Failure.class, () -> SecretExpiry.parse(text)))
                    .as(text)
                    .isNotNull();
        }
        assertThat(catchThrowableOfType(
                        Failure.class, () -> SecretExpiry.parse("2026-01-31").from(NOW)))
                .hasMessageStartingWith("the secret would already have ended");
    }

    @Test
    void aSecretIsDueByWhatComesFirst() {
        assertThat(policy(null, null).dueAt(NOW)).isNull();
        assertThat(policy(LATER, null).dueAt(NOW)).isEqualTo(LATER);
        assertThat(policy(null, "1d").dueAt(NOW)).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(policy(LATER, "1d").dueAt(NOW)).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(policy(LATER, "90d").dueAt(NOW)).isEqualTo(LATER);
    }

    @Test
    void aSecretIsExpiredFromItsExpiryOn() {
        assertThat(policy(null, null).isExpired(NOW)).isFalse();
        assertThat(policy(LATER, null).isExpired(LATER.minusMillis(1))).isFalse();
        assertThat(policy(LATER, null).isExpired(LATER)).isTrue();
    }

    @Test
    void tenVersionsAreKeptUnlessOtherwiseAsked() {
        assertThat(SecretPolicy.NONE.versions()).isEqualTo(10);
        assertThat(new SecretPolicy(3L, null, null, Description.NONE).versions())
                .isEqualTo(3);
    }

    @Test
    void anEditChangesWhatItNames() {
        SecretPolicy before = new SecretPolicy(3L, LATER, new RotationPeriod("1d"), new Description("whose"));
        assertThat(SecretPolicyEdit.NONE.isNone()).isTrue();
        assertThat(SecretPolicyEdit.NONE.of(before, true, NOW)).isEqualTo(before);
        SecretPolicyEdit edit = new SecretPolicyEdit(5L, SecretExpiry.parse("never"), "never", Description.NONE);
        assertThat(edit.isNone()).isFalse();
        assertThat(edit.of(before, false, NOW)).isEqualTo(new SecretPolicy(5L, null, null, Description.NONE));
        SecretPolicyEdit other = new SecretPolicyEdit(null, SecretExpiry.parse("1d"), "2d", null);
        assertThat(other.of(before, false, NOW))
                .isEqualTo(new SecretPolicy(
                        3L, Instant.parse("2026-02-01T00:00:00Z"), new RotationPeriod("2d"), new Description("whose")));
    }

    @Test
    void onlyANewValueEndsAnExpiryThatHasPassed() {
        SecretPolicy before = policy(LATER, null);
        assertThat(SecretPolicyEdit.NONE.of(before, true, LATER).expiresAt()).isNull();
        assertThat(SecretPolicyEdit.NONE.of(before, false, LATER).expiresAt()).isEqualTo(LATER);
        assertThat(SecretPolicyEdit.NONE.of(before, true, NOW).expiresAt()).isEqualTo(LATER);
    }

    @Test
    void anEventTellsWhatIsAskedOfASecret() {
        assertThat(SecretPolicyEdit.changes(KEY, SecretPolicy.NONE, policy(LATER, "1d")))
                .containsExactly(
                        FieldChange.added("password#expiresAt", "2026-03-01T00:00:00Z"),
                        FieldChange.added("password#rotateEvery", "1d"));
        assertThat(SecretPolicyEdit.changes(KEY, SecretPolicy.NONE, SecretPolicy.NONE))
                .isEmpty();
    }

    @Test
    void whatStaysIsNotTold() {
        SecretPolicy same = new SecretPolicy(3L, LATER, new RotationPeriod("1d"), new Description("whose"));
        assertThat(same.told(KEY, same, NOW)).isEmpty();
        assertThat(SecretPolicy.NONE.told(KEY, SecretPolicy.NONE, NOW)).isEmpty();
        assertThat(policy(null, null).told(KEY, policy(LATER, "1d"), NOW))
                .containsExactly(
                        "'password' no longer expires: its expiry at 2026-03-01T00:00:00.000Z was removed",
                        "'password' is no longer due for rotation");
        assertThat(policy(LATER.plusSeconds(1), "2d").told(KEY, policy(LATER, "1d"), NOW))
                .hasSize(2);
    }

    @Test
    void problemsAndWhatIsDueAreInOneOrder() {
        List<SecretProblem> problems = new ArrayList<>();
        for (String environment : new String[] {"a/b:live", "a/b:sandbox"}) {
            for (String key : new String[] {"a", "b"}) {
                for (SecretProblem.Kind kind : SecretProblem.Kind.values()) {
                    for (String detail : new String[] {"x", "y"}) {
                        problems.add(new SecretProblem(kind, environment, new Key(key), detail));
                    }
                }
            }
        }
        List<SecretProblem> sorted = new ArrayList<>(problems);
        Collections.reverse(sorted);
        Collections.sort(sorted);
        assertThat(sorted).isEqualTo(problems);
        List<DueItem> due = new ArrayList<>();
        for (Instant at : new Instant[] {NOW, LATER}) {
            for (String place : new String[] {"a", "b"}) {
                for (String name : new String[] {"x", "y"}) {
                    due.add(new DueItem(DueItem.Kind.TOKEN, place, name, null, at, false, Description.NONE));
                }
            }
        }
        List<DueItem> again = new ArrayList<>(due);
        Collections.reverse(again);
        Collections.sort(again);
        assertThat(again).isEqualTo(due);
        assertThat(DueItem.Kind.TOKEN).hasToString("token");
        assertThat(DueItem.Reason.ROTATION).hasToString("rotation");
        assertThat(SecretProblem.Kind.OLD).hasToString("old");
    }

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
}
