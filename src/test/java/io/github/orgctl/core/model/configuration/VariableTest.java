package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableTest {
    @ParameterizedTest
    @CsvSource({
        "auth.mfa.enabled, AUTH_MFA_ENABLED",
        "api-url,          API_URL",
        "API_URL,          API_URL",
        "2fa.on,           _2FA_ON",
        "-x,               _X",
        "id.i,             ID_I",
    })
    void isNamedAfterItsKey(String key, String name) {
        assertThat(Variable.nameOf(new Key(key))).isEqualTo(name);
        assertThat(name).matches("[A-Z_][A-Z0-9_]*");
    }
}
