package io.github.orgctl.core.model.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.value.Id;
import org.junit.jupiter.api.Test;

class KeptHeadsTest {
    private static final Id ACME = new Id("11111111-1111-4111-8111-111111111111");
    private static final Id OTHER = new Id("22222222-2222-4222-8222-222222222222");

    @Test
    void countsDifferentHeads() {
        KeptHeads kept = new KeptHeads();
        kept.add(new AuditHead(ACME, 1, "a"));
        kept.add(new AuditHead(ACME, 1, "a"));
        kept.add(new AuditHead(ACME, 1, "b"));
        kept.add(new AuditHead(ACME, 2, "c"));
        assertThat(kept.count(ACME)).isEqualTo(3);
        assertThat(kept.count(OTHER)).isZero();
        assertThat(kept.of(ACME)).hasToString("{1=[a, b], 2=[c]}");
        assertThat(kept.organizations()).containsExactly(ACME);
    }
}
