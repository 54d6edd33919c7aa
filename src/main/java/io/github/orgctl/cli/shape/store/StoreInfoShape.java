package io.github.orgctl.cli.shape.store;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.store.StoreInfo;
import java.util.List;

public final class StoreInfoShape extends Shape<StoreInfo> {
    public static final StoreInfoShape STORE_INFO = new StoreInfoShape();

    private enum Column implements Field<StoreInfo> {
        LOCATION(ESSENTIAL),
        KIND(USEFUL),
        EXISTS(USEFUL),
        ENGINE(USEFUL),
        SCHEMA_VERSION(USEFUL),
        BYTES(USEFUL),
        ORGANIZATIONS(USEFUL),
        PROJECTS(USEFUL),
        ENVIRONMENTS(USEFUL),
        DELETED_ORGANIZATIONS(USEFUL),
        DELETED_PROJECTS(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(StoreInfo info) {
            return switch (this) {
                case LOCATION -> info.location();
                case KIND -> info.kind();
                case EXISTS -> info.exists();
                case ENGINE -> info.engine();
                case SCHEMA_VERSION -> info.schemaVersion();
                case BYTES -> info.bytes() < 0 ? null : (Object) info.bytes();
                case ORGANIZATIONS -> info.organizations();
                case PROJECTS -> info.projects();
                case ENVIRONMENTS -> info.environments();
                case DELETED_ORGANIZATIONS -> info.deletedOrganizations();
                case DELETED_PROJECTS -> info.deletedProjects();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private StoreInfoShape() {
        super("store", List.of(Column.values()));
    }

    @Override
    public String id(StoreInfo info) {
        return info.location();
    }
}
