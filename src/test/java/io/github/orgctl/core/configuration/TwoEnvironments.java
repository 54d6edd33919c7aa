package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.NewOrganization;
import io.github.orgctl.core.organization.NewProject;
import io.github.orgctl.core.organization.OrganizationService;
import io.github.orgctl.core.organization.ProjectService;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.promotion.PromotionRequest;
import io.github.orgctl.core.promotion.PromotionService;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** A new project, and what tests do with its environments. */
public final class TwoEnvironments {
    private final Tx tx;
    private final Project project;
    private final ConfigurationService configurations;
    private final PromotionService promotions;

    public TwoEnvironments(Tx tx) {
        this.tx = tx;
        OrganizationReference acme = OrganizationReference.parse("acme");
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        IdSource ids = () -> new Id(UUID.randomUUID().toString());
        Credentials operator = new Credentials(null, null, () -> "os:ann@home", false);
        UnitOfWork work = UnitOfWork.of(tx, now, ids, operator, new Context(acme, null, null, null, null));
        ProjectSchemas schemas = new ProjectSchemas(work, new SchemaMemory(null), true);
        EnvironmentWriter writer = new EnvironmentWriter(work, schemas, false);
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

    public PromotionService promotions() {
        return promotions;
    }

    public Configuration values(Mode mode) {
        return tx.configurations().current(id(mode));
    }

    public void set(Mode mode, Key key, String json) {
        configurations.set(edit(mode), List.of(new KeyEdit(key, new Value(json))));
    }

    public void unset(Mode mode, Key key) {
        configurations.unset(edit(mode), List.of(key), true);
    }

    /** With all gates open. */
    public PromotionRequest request(List<Key> keys, List<Key> take, List<Key> keep) {
        return new PromotionRequest(edit(Mode.LIVE), keys, take, keep);
    }

    private Edit edit(Mode mode) {
        return new Edit(
                new EnvironmentReference.ById(id(mode), mode), Description.NONE, null, EnumSet.allOf(Gate.class));
    }

    private Id id(Mode mode) {
        return mode == Mode.LIVE ? project.liveId() : project.sandboxId();
    }
}
