package io.github.orgctl.core.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sha256;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CredentialTest {
    @Property
    void itsTextIsReadBack(@ForAll Credential.Kind kind, @ForAll @Size(32) byte[] random) {
        Credential credential = Credential.of(kind, random);
        Credential read = Credential.parse(kind, credential.reveal());
        assertThat(read.reveal()).isEqualTo(credential.reveal());
        assertThat(read.hash()).isEqualTo(Sha256.of(credential.reveal()));
        assertThat(credential.reveal()).endsWith(credential.ending());
        assertThat(credential).hasToString("…" + credential.ending());
    }

    /** Different random bytes give different texts. */
    @Property
    void noTwoAreTheSame(@ForAll @Size(32) byte[] one, @ForAll @IntRange(max = 31) int place) {
        byte[] other = one.clone();
        other[place]++;
        assertThat(Credential.of(Credential.Kind.TOKEN, one).reveal())
                .isNotEqualTo(Credential.of(Credential.Kind.TOKEN, other).reveal());
    }

    @Property
    void aTypingErrorIsFound(@ForAll @Size(32) byte[] random, @ForAll @IntRange(max = 55) int place) {
        String text = Credential.of(Credential.Kind.TOKEN, random).reveal();
        char other = text.charAt(place) == 'x' ? 'y' : 'x';
        String wrong = text.substring(0, place) + other + text.substring(place + 1);
        assertThatThrownBy(() -> Credential.parse(Credential.Kind.TOKEN, wrong)).isInstanceOf(Failure.class);
    }

    @Test
    void isOfOneKindAndWhole() {
        String text = Credential.of(Credential.Kind.TOKEN, new byte[32]).reveal();
        assertThat(text).startsWith("orgctl_").hasSize(56);
        for (String wrong : new String[] {"", text.substring(1), text + "0", text.substring(0, 55)}) {
            assertThatThrownBy(() -> Credential.parse(Credential.Kind.TOKEN, wrong))
                    .isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> Credential.parse(Credential.Kind.INVITATION, text))
                .isInstanceOf(Failure.class);
    }

    @Test
    void itsLastCharactersTellItApart() {
        Credential credential = Credential.of(Credential.Kind.TOKEN, new byte[32]);
        assertThat(credential.reveal()).endsWith(credential.ending());
        assertThat(credential.ending()).hasSize(6);
        assertThat(credential).hasToString("…" + credential.ending());
    }
}
