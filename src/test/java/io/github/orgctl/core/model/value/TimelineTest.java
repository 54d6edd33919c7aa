package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The order of steps when clocks are set back. */
class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);

    @Test
    void theNextStepIsNowWhereTheClockIsAhead() {
        assertThat(Timeline.next(null, NOON)).isEqualTo(NOON);
        assertThat(Timeline.next(NOON, LATER)).isEqualTo(LATER);
    }

    @Test
    void theNextStepIsAMillisecondLaterWhereItIsNot() {
        assertThat(Timeline.next(NOON, NOON)).isEqualTo(NOON.plusMillis(1));
        assertThat(Timeline.next(LATER, NOON)).isEqualTo(LATER.plusMillis(1));
    }

    @Test
    void thePresentIsNotBeforeTheLastStep() {
        assertThat(Timeline.present(NOON, LATER)).isEqualTo(LATER);
        assertThat(Timeline.present(LATER, NOON)).isEqualTo(LATER);
    }

    @Test
    void nothingHappensInYearsThatAreNotWritten() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        assertThat(Timeline.next(null, last)).isEqualTo(last);
        for (Runnable step : new Runnable[] {
            () -> Timeline.next(last, NOON),
            () -> Timeline.next(NOON, last.plusMillis(1)),
            () -> Timeline.next(NOON, Instant.parse("-0001-12-31T23:59:59Z"))
        }) {
            Failure failure = catchThrowableOfType(Failure.class, step::run);
            assertThat(failure).as("a failure").isNotNull();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE);
        }
    }

    @Test
    void changesAreWhatDiffersAndAnEmptyTextIsNone() {
        assertThat(new FieldChange.Collector()
                        .add("same", 1, 1)
                        .add("changed", 1, 2)
                        .add("added", null, "x")
                        .add("removed", "x", "")
                        .add("none", "", null)
                        .changes())
                .containsExactly(
                        new FieldChange("changed", "1", "2"),
                        new FieldChange("added", null, "x"),
                        new FieldChange("removed", "x", null));
        assertThat(FieldChange.added("a", 1)).isEqualTo(new FieldChange("a", null, "1"));
    }

    /** The expected hashes are from the standard, FIPS 180-4. */
    @Test
    void sumsAreThoseOfTheStandard() {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Sha256.of("abc")).isEqualTo(abc);
        Sha256 digest = new Sha256();
        assertThat(digest.next("abc")).isEqualTo(abc);
        assertThat(digest.next("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        digest.add(new byte[] {'a'});
        digest.add(new byte[] {'b', 'c'});
        assertThat(digest.end()).isEqualTo(abc);
        assertThatThrownBy(() -> Sha256.of("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextIsWholeWhereNoHalfOfACharacterStandsAlone() {
        for (String whole : new String[] {"", "a", "\ud83d\ude00", "a\ud83d\ude00b", "\ud83d\ude00\ud83d\ude00"}) {
            assertThat(Text.isWhole(whole)).as(whole).isTrue();
        }
        for (String broken :
                new String[] {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d", "\ud83da", "\ud83d\ude00\ude00"}) {
            assertThat(Text.isWhole(broken)).as("a broken text").isFalse();
        }
    }

    @Test
    void anOrderIsAFieldAndADirection() {
        assertThat(Sort.parse("name")).isEqualTo(new Sort("name", false));
        assertThat(Sort.parse("name:asc")).isEqualTo(new Sort("name", false));
        assertThat(Sort.parse("name:desc")).isEqualTo(new Sort("name", true));
        assertThatThrownBy(() -> Sort.parse("name:down")).isInstanceOf(Failure.class);
    }

    @Test
    void idsAndSlugsAreInTheOrderOfTheirTexts() {
        Id one = new Id("11111111-1111-4111-8111-111111111111");
        Id two = new Id("21111111-1111-4111-8111-111111111111");
        assertThat(one).isLessThan(two).hasToString(one.value());
        assertThat(new Slug("a")).isLessThan(new Slug("b"));
    }

    @Test
    void adviceTakesTheArgumentsThatItDeclares() {
        for (Advice advice : Advice.values()) {
            Object[] values = advice.arguments().toArray();
            assertThat(advice.of(values)).isNotNull();
            Object[] more = new Object[values.length + 1];
            assertThatThrownBy(() -> advice.of(more)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Advice.SHOW_SCHEMA.arguments()).hasSize(1);
    }
}
