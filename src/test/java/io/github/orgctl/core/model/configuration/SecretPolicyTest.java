package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long secrets are good, in which order they are listed, and what stands for them. */
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

    @ParameterizedTest
    @ValueSource(strings = {"env:A", "env:Z", "env:a", "env:z", "env:_", "env:A0", "env:A9", "file:/", "cmd:x"})
    void aReferenceIsWhatItsKindTakes(String text) {
        assertThat(SecretReference.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:", "env:0", "env:A-B", "env:A@", "env:A[", "env:A`", "env:A{", "env:A/", "env:A:"})
    void aVariableHasLettersDigitsAndUnderscores(String text) {
        assertThat(catchThrowableOfType(Failure.class, () -> SecretReference.parse(text))
                        .kind())
                .isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void aReferenceHasUpToAThousandCharacters() {
        assertThat(SecretReference.parse("cmd:" + "x".repeat(1000)).target()).hasSize(1000);
        assertThat(catchThrowableOfType(Failure.class, () -> SecretReference.parse("cmd:" + "x".repeat(1001))))
                .isNotNull();
    }

    /** Of two digests in different places nobody can tell whether the values are equal. */
    @Test
    void marksOfTwoPlacesTellOnlyWhatTheyCan() {
        SecretMark value = new SecretMark("0123456789abcdef");
        SecretMark other = new SecretMark("fedcba9876543210");
        SecretMark template = new SecretMark(SecretMark.TEMPLATE + "0123456789abcdef");
        SecretMark reference = new SecretMark("env:NAME");
        assertThat(value.isUntold(other)).isTrue();
        assertThat(template.isUntold(template)).isTrue();
        assertThat(value.isUntold(template)).isFalse();
        assertThat(template.isUntold(value)).isFalse();
        assertThat(reference.isUntold(value)).isFalse();
        assertThat(value.isUntold(reference)).isFalse();
        assertThat(value).hasToString("secret abcdef");
        assertThat(template).hasToString("template abcdef");
        assertThat(reference).hasToString("env:NAME");
    }

    @Test
    void tenKeysAreTold() {
        List<Key> keys = new ArrayList<>();
        for (char c = 'a'; c <= 'j'; c++) {
            keys.add(new Key(String.valueOf(c)));
        }
        assertThat(Key.some(keys)).isEqualTo("a, b, c, d, e, f, g, h, i, j");
        keys.add(new Key("k"));
        assertThat(Key.some(keys)).isEqualTo("a, b, c, d, e, f, g, h, i, j and 1 more");
    }
}
