package io.github.orgctl.core.model.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.model.value.Until;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical text maps one-to-one to events. */
class EventTextTest {
    private static final Id ID = new Id("00000000-0000-4000-8000-00000000000a");
    private static final String HASH = "0".repeat(64);
    private static final AuditEvent PLAIN = event(
            new Target(ID, new Slug("acme"), null, null, "acme"),
            null,
            List.of(new FieldChange("name", "Acme", "Äcme \"1\"\n"), FieldChange.added("b", "c")));

    private static AuditEvent event(Target target, String token, List<FieldChange> changes) {
        Instant at = Instant.parse("2026-01-02T03:04:05.006Z");
        return new AuditEvent(7, at, "ann@example.com", token, "org.update", target, changes, ID, HASH);
    }

    private static EventText read(String text) {
        return new EventText().read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isAsThePageSays() {
        assertThat(PLAIN.text())
                .isEqualTo(
                        "{\"action\":\"org.update\",\"actor\":\"ann@example.com\",\"at\":\"2026-01-02T03:04:05.006Z\","
                                + "\"changes\":[{\"after\":\"Äcme \\\"1\\\"\\n\",\"before\":\"Acme\",\"field\":\"name\"},"
                                + "{\"after\":\"c\",\"before\":null,\"field\":\"b\"}],\"correlation\":\"" + ID
                                + "\",\"mode\":null,\"organization\":\"acme\",\"organizationId\":\"" + ID
                                + "\",\"previous\":\""
                                + HASH + "\",\"projectId\":null,\"sequence\":7,\"target\":\"acme\",\"token\":null}");
    }

    @Test
    void isReadAsItWasWritten() {
        StringBuilder every = new StringBuilder("\ud83d\ude00\uffff");
        for (char c = 0; c < 0x250; c++) {
            every.append(c);
        }
        Target live = new Target(ID, new Slug("a"), ID, Mode.LIVE, every.toString());
        for (AuditEvent event : List.of(
                PLAIN,
                event(PLAIN.target(), null, List.of()),
                event(Target.ofStore("plan team"), null, List.of()),
                event(live, every.toString(), List.of(new FieldChange(every.toString(), null, every.toString()))),
                event(live, "x", List.of(new FieldChange("", "", ""), new FieldChange("y", null, null))))) {
            assertThat(read(event.text()).event()).isEqualTo(event);
            assertThat(read(event.text()).fault()).isNull();
            assertThat(read(event.text()).event().text()).isEqualTo(event.text());
        }
    }

    @Test
    void tellsWhatAChainIsCheckedBy() {
        EventText text = read(PLAIN.text());
        assertThat(text.sequence()).isEqualTo(7);
        assertThat(text.isOf(ID)).isTrue();
        assertThat(text.isOf(new Id("00000000-0000-4000-8000-00000000000b"))).isFalse();
        assertThat(text.follows(HASH)).isTrue();
        assertThat(text.follows("0")).isFalse();
        assertThat(text.isCalled("acme")).isTrue();
        assertThat(text.isCalled("acne")).isFalse();
        assertThat(text.organization()).isEqualTo("acme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"action\"|{ \"action\"",
                "\"action\":|\"actions\":",
                ",\"actor\"|,\"actor2\"",
                "\"mode\":null|\"mode\":nul",
                "\"mode\":null|\"mode\":false",
                "\"actor\":\"ann@example.com\"|\"actor\":null",
                "\"sequence\":7|\"sequence\":07",
                "\"sequence\":7|\"sequence\":-7",
                "\"sequence\":7|\"sequence\":\"7\"",
                "\"sequence\":7|\"sequence\":7.0",
                "\"sequence\":7|\"sequence\":7000000000000000000",
                "ann@|\\u0061nn@",
                "ann@|\\/ann@",
                "ann@|\\u001Fann@",
                "ann@|\\u000aann@",
                "\"token\":null}|\"token\":null}x",
                "\"token\":null}|\"token\":null,\"x\":1}",
                "\"token\":null}|\"token\":null",
                "\"after\":\"c\",\"before\":null|\"before\":null,\"after\":\"c\"",
                "},{|},,{",
                "\"field\":\"b\"}]|\"field\":\"b\"},]",
                "\"field\":\"b\"|\"field\":null",
            })
    void refusesEveryOtherWayToWriteIt(String part, String otherwise) {
        assertThat(PLAIN.text()).contains(part);
        Failure failure =
                catchThrowableOfType(Failure.class, () -> read(PLAIN.text().replace(part, otherwise)));
        assertThat(failure).as(otherwise).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
    }

    @Test
    void refusesWhatIsCutOffOrNotUtf8() {
        byte[] bytes = PLAIN.text().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThat(catchThrowableOfType(Failure.class, () -> new EventText().read(cut)))
                    .isNotNull();
        }
        bytes[PLAIN.text().indexOf("ann")] = (byte) 0xff;
        assertThat(catchThrowableOfType(Failure.class, () -> new EventText().read(bytes)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-01-02T03:04:05.006Z\"|\"2026-02-30T03:04:05.006Z\"",
                "\"acme\",\"organizationId|\"A\",\"organizationId",
                "\"acme\",\"organizationId|null,\"organizationId",
                "\"correlation\":\"0|\"correlation\":\"x",
                "\"mode\":null|\"mode\":\"test\"",
                "\"projectId\":null|\"projectId\":\"7\""
            })
    void aPartThatIsNotWhatItHasToBeIsDamage(String replacement) {
        String[] parts = replacement.split("\\|");
        EventText text = read(PLAIN.text().replace(parts[0], parts[1]));
        assertThat(catchThrowableOfType(Failure.class, text::event).kind()).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(text.fault()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d\ud83d\ude00"})
    void halfACharacterIsRefusedRatherThanReplaced(String text) {
        AuditEvent event = event(PLAIN.target(), text, List.of());
        assertThat(catchThrowableOfType(Failure.class, event::text).kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(catchThrowableOfType(Failure.class, () -> Value.ofText(text)).kind())
                .isEqualTo(Failure.Kind.USAGE);
        assertThat(catchThrowable(() -> Sha256.of(text))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000Z",
                "1969-12-31T23:59:59.999Z",
                "2000-02-29T12:00:00.001Z",
                "2024-12-31T23:59:59.000Z",
                "9999-12-31T23:59:59.999Z"
            })
    void timesAreReadAsTheyAreWritten(String time) {
        assertThat(Timestamps.exact(time)).isEqualTo(Instant.parse(time));
        assertThat(Timestamps.text(Timestamps.exact(time))).isEqualTo(time);
    }

    @Test
    void headsHaveALineOfTheirOwn() {
        AuditHead head = new AuditHead(ID, 42, "ab".repeat(32));
        assertThat(AuditHead.parse(head.line())).isEqualTo(head);
        assertThat(AuditHead.parse("{\"event\":{}}")).isNull();
        for (String line : List.of(
                "{\"head\":", "{\"head\":{}}", head.line() + " ", head.line().replace("42", "x"), "x" + head.line())) {
            assertThat(AuditHead.parse(line)).as(line).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.create | org.create",
                "project.* | project.create project.update project.move project.clone project.delete project.restore",
                "*.unse? | config.unset secret.unset schema.unset",
                "s*t*e* | secret.set secret.reveal secret.reveal-version secret.unset secret.purge secret.rotate-key store.restore",
                "?nv.*lo*k | env.lock env.unlock"
            })
    void patternsOfActions(String pattern, String fitting) {
        assertThat(ActionPattern.parse(pattern).actions())
                .extracting(Action::toString)
                .containsExactly(fitting.split(" "));
    }

    @Test
    void aStarMeansAllThatLeaveEvents() {
        assertThat(ActionPattern.parse("*").actions())
                .containsExactlyElementsOf(Arrays.stream(Action.values())
                        .filter(Action::isRecorded)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "project", "project.", "org.list", "PROJECT.*", "?"})
    void patternsThatFitNothingAreRefused(String pattern) {
        assertThat(catchThrowableOfType(Failure.class, () -> ActionPattern.parse(pattern))
                        .hint()
                        .toString())
                .contains("org.create", "secret.reveal")
                .doesNotContain("org.list");
    }

    @Test
    void eventsHaveNames() {
        assertThat(EventReference.parse("42")).isEqualTo(new EventReference(null, 42));
        assertThat(EventReference.parse("acme/1")).hasToString("acme/1");
        assertThat(EventReference.parse(ID + "/7")).hasToString(ID + "/7");
        for (String text : List.of("", "0", "-1", "x", "acme/", "acme/x", "/1", "1/2/3")) {
            assertThat(catchThrowableOfType(Failure.class, () -> EventReference.parse(text)))
                    .as(text)
                    .isNotNull();
        }
    }

    @Test
    void durationsCountBackToo() {
        Instant now = Instant.parse("2026-01-02T00:00:00Z");
        assertThat(Until.parse("24h").before(now)).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(Until.parse("2025-12-31T00:00:00Z").before(now)).isEqualTo("2025-12-31T00:00:00Z");
    }

    @Property
    void sequencesOfUpToEighteenDigitsAreRead(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long sequence) {
        String text = PLAIN.text().replace("\"sequence\":7", "\"sequence\":" + sequence);
        assertThat(read(text).sequence()).isEqualTo(sequence);
    }

    @Test
    void controlCharactersAreEscaped() {
        for (char c = 0; c < 0x20; c++) {
            String text = PLAIN.text().replace("ann@", c + "ann@");
            assertThat(catchThrowableOfType(Failure.class, () -> read(text)))
                    .as("character %d", (int) c)
                    .isNotNull();
        }
        assertThat(read(PLAIN.text().replace("ann@", " ann@")).event().actor()).isEqualTo(" ann@example.com");
    }

    @Test
    void anEscapeMayBeginAText() {
        AuditEvent event = event(PLAIN.target(), "\"quoted\"", List.of());
        assertThat(read(event.text()).event().token()).isEqualTo("\"quoted\"");
    }

    /** Parts that are as they were in the event before are not checked again; others are. */
    @ParameterizedTest
    @ValueSource(strings = {"\"mode\":null|\"mode\":\"test\"", "\"projectId\":null|\"projectId\":\"7\""})
    void aFaultIsFoundBehindSoundEvents(String replacement) {
        String[] parts = replacement.split("\\|");
        EventText text = new EventText();
        byte[] sound = PLAIN.text().getBytes(StandardCharsets.UTF_8);
        byte[] unsound = PLAIN.text().replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        assertThat(text.read(sound).fault()).isNull();
        assertThat(text.read(sound).fault()).isNull();
        assertThat(text.read(unsound).fault()).isNotBlank();
        assertThat(text.read(sound).fault()).isNull();
    }

    @Test
    void theFirstEventIsNumberOne() {
        AuditHead first = new AuditHead(ID, 1, "ab".repeat(32));
        assertThat(AuditHead.parse(first.line())).isEqualTo(first);
        assertThat(AuditHead.parse(new AuditHead(ID, 0, "ab".repeat(32)).line()))
                .isNull();
    }

    @Test
    void whatFitsNothingIsAnsweredWithAllThatCould() {
        Failure failure = catchThrowableOfType(Failure.class, () -> ActionPattern.parse("none"));
        assertThat(failure.hint().toString()).startsWith("recorded actions: org.create, org.update, org.delete, ");
    }

    private static RecordedState state(String digest, String recorded) {
        return new RecordedState(ID.value(), "live", "acme/website:live", 2, digest, recorded, null, 0);
    }

    @Test
    void anEnvironmentIsAsRecordedWhereItsDigestIs() {
        assertThat(state("a", "a").isAsRecorded()).isTrue();
        assertThat(state("b", "a").isAsRecorded()).isFalse();
        assertThat(state("a", "a").holding("b").isAsRecorded()).isFalse();
        // Revisions that are older than digests have none.
        assertThat(state("a", null).isAsRecorded()).isTrue();
    }

    @Test
    void aDigestIsThatOfAllItsParts() {
        EnvironmentDigest digest = new EnvironmentDigest();
        digest.addValue("a", "1");
        digest.addSecret("b", "mark");
        String both = digest.end();
        digest.addValue("a", "1");
        String value = digest.end();
        digest.addValue("a", "1");
        digest.addSecret("b", null);
        String removed = digest.end();
        digest.addValue("a", "1");
        digest.addValue("b", "mark");
        assertThat(List.of(both, value, removed, digest.end())).doesNotHaveDuplicates();
        Configuration values = Configuration.EMPTY.with(List.of(new KeyEdit(new Key("a"), new Value("1"))));
        assertThat(EnvironmentDigest.of(values, Map.of())).isEqualTo(value);
    }
}
