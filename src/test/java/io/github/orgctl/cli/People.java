package io.github.orgctl.cli;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.JdbcStore;
import java.util.Map;
import java.util.UUID;

/** Inserts members into a test's store, bypassing the services' rules. */
public final class People {
    private final CliHarness orgctl;

    public People(CliHarness orgctl) {
        this.orgctl = orgctl;
    }

    public void add(String organization, String email, Role role, MemberStatus status) {
        change(tx -> {
            Organization owner = tx.organizations().find(new Slug(organization)).orElseThrow();
            new Members(tx)
                    .insert(new Member(
                            new Id(UUID.randomUUID().toString()),
                            owner.id(),
                            owner.slug(),
                            new Email(email),
                            role,
                            status,
                            CliHarness.START,
                            CliHarness.START));
            return null;
        });
    }

    public void update(String organization, String email, Role role, MemberStatus status) {
        change(tx -> {
            Organization owner = tx.organizations().find(new Slug(organization)).orElseThrow();
            Member member = tx.members().find(owner.id(), new Email(email)).orElseThrow();
            new Members(tx).update(member.withRole(role, CliHarness.START).withStatus(status, CliHarness.START));
            return null;
        });
    }

    private void change(Store.Work<Void> work) {
        try (Store store = JdbcStore.open(orgctl.storeFile().toString(), Map.of())) {
            store.inTx(Store.Purpose.CHANGE, work);
        }
    }
}
