package io.github.orgctl.core.transfer;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.port.Vault;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreServiceTest {
    @TempDir
    Path folder;

    private Vault vault() {
        return new TinkVault(folder.resolve("keyset.json"), true);
    }

    @Test
    void theLocalOperatorLooksAtTheStore() {
        Acting.inNewStore(operator -> {
            StoreService store = new StoreService(operator.work(), vault());
            assertThat(store.info()).isNotNull();
            assertThat(store.check()).isNotEmpty();
        });
    }

    @Test
    void nobodyElseDoes() {
        Acting.inNewStore(operator -> {
            Acting ann = operator.as("ann@example.com");
            ann.organization("Acme");
            StoreService store = new StoreService(ann.work(), vault());
            refused(Kind.FORBIDDEN, store::info);
            refused(Kind.FORBIDDEN, store::check);
            refused(Kind.FORBIDDEN, () -> store.backup(null));
        });
    }
}
