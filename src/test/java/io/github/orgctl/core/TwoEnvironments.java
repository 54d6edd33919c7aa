package io.github.orgctl.core;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Gate;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.KeyEdit;
import io.github.orgctl.core.model.LiveWrites;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.OrganizationReference;
import io.github.orgctl.core.model.Project;
import io.github.orgctl.core.model.Value;
import io.github.orgctl.core.model.WebsiteUrl;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** A new project, and what tests do with its environments. */
final class TwoEnvironments {
    private final Tx tx;
    private final Project project;
    private final ConfigurationService configurations;
    private final PromotionService promotions;

    TwoEnvironments(Tx tx) {
        this.tx = tx;
        OrganizationReference acme = OrganizationReference.parse("acme");
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        IdSource ids = () -> new Id(UUID.randomUUID().toString());
        Claim operator = new Claim(null, null, () -> "os:ann@home", false);
        UnitOfWork work = UnitOfWork.of(tx, now, ids, operator, new Context(acme, null, null, null, null));
        ProjectSchemas schemas = new ProjectSchemas(tx, new SchemaMemory(null), true);
        EnvironmentWriter writer = new EnvironmentWriter(work, schemas);
        configurations = new ConfigurationService(work, writer);
        promotions = new PromotionService(work, writer, schemas);
        new OrganizationService(work)
                .create(
                        new NewOrganization(
                                new Name("Acme"), null, WebsiteUrl.NONE, Description.NONE, LiveWrites.DEFAULT),
                        false);
        project = new ProjectService(work)
                .create(new NewProject(new Name("Website"), null, Description.NONE), false)
                .value();
    }

    PromotionService promotions() {
        return promotions;
    }

    Configuration values(Mode mode) {
        return tx.configurations().current(id(mode));
    }

    void set(Mode mode, Key key, String json) {
        configurations.set(edit(mode), List.of(new KeyEdit(key, new Value(json))));
    }

    void unset(Mode mode, Key key) {
        configurations.unset(edit(mode), List.of(key), true);
    }

    /** With all gates open. */
    PromotionRequest request(List<Key> keys, List<Key> take, List<Key> keep) {
        return new PromotionRequest(edit(Mode.LIVE), keys, take, keep, EnumSet.allOf(Gate.class));
    }

    private Edit edit(Mode mode) {
        return new Edit(new EnvironmentReference.ById(id(mode), mode), Description.NONE, null);
    }

    private Id id(Mode mode) {
        return mode == Mode.LIVE ? project.liveId() : project.sandboxId();
    }
}
