package io.github.orgctl.packaged;

import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.JdbcStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Makes thousands of projects in one transaction. */
final class ManyProjects {
    private ManyProjects() {}

    static void insert(Path file, String organization, int count) {
        try (Store store = JdbcStore.open(file.toString(), Map.of())) {
            store.inTx(Store.Purpose.CHANGE, tx -> {
                Organization owner =
                        tx.organizations().find(new Slug(organization)).orElseThrow();
                for (int i = 0; i < count; i++) {
                    insert(tx, owner, i);
                }
                return null;
            });
        }
    }

    private static void insert(Tx tx, Organization owner, int number) {
        Instant now = owner.createdAt();
        new Projects(tx)
                .insert(new Project(
                        randomId(),
                        owner.id(),
                        owner.slug(),
                        new Slug("copy-" + number),
                        new Name("Copy " + number),
                        Description.NONE,
                        randomId(),
                        randomId(),
                        1,
                        now,
                        now,
                        null));
    }

    private static Id randomId() {
        return new Id(UUID.randomUUID().toString());
    }
}
