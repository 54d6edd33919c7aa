package io.github.orgctl.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.access.Credential;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomCredentialsTest {
    @ParameterizedTest
    @EnumSource(Credential.Kind.class)
    void everyOneIsAnotherAndCanBeReadBack(Credential.Kind kind) {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Credential credential = new RandomCredentials().next(kind);
            texts.add(credential.reveal());
            assertThat(Credential.parse(kind, credential.reveal()).hash()).isEqualTo(credential.hash());
        }
        assertThat(texts).hasSize(100);
    }
}
