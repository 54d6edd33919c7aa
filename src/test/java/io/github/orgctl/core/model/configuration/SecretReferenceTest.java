package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"env:A", "env:_a1", "file:/a", "file:/a b:c", "cmd:x", "cmd:pass show 'a' | head -1"})
    void readsWhatItWrites(String text) {
        assertThat(SecretReference.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "env", "env:", "env:1", "env:A-B", "file:", "file:a", "cmd:", "cmd: ", "value:x"})
    void refusesAnythingElse(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> SecretReference.parse(text));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void neverRepeatsWhatMayBeTheSecretItself() {
        assertThat(catchThrowableOfType(Failure.class, () -> SecretReference.parse("hunter2")))
                .hasMessageNotContaining("hunter2");
        assertThat(new SecretValue("hunter2")).hasToString("***");
    }

    @Test
    void marksShowTheEndOfADigestOrAReference() {
        assertThat(new SecretMark("00112233aabbcc")).hasToString("secret aabbcc");
        assertThat(new SecretMark("env:A")).hasToString("env:A");
    }
}
