package io.github.orgctl.core.model.store;

/**
 * Location, kind and size of a store.
 *
 * @param location absolute path of the file, or the server's URL without a password
 * @param kind {@code sqlite} or {@code postgresql}
 * @param exists whether it has been created; a store that has not reads as empty
 * @param engine name and version of the database engine
 * @param schemaVersion number of the newest applied migration
 * @param bytes size of its files, or of the database on the server; -1 if unknown
 * @param organizations number of organizations, without those in the trash
 * @param projects number of projects, without those in the trash
 * @param environments number of environments of those projects
 * @param deletedOrganizations number of organizations in the trash
 * @param deletedProjects number of projects in the trash
 */
public record StoreInfo(
        String location,
        String kind,
        boolean exists,
        String engine,
        int schemaVersion,
        long bytes,
        long organizations,
        long projects,
        long environments,
        long deletedOrganizations,
        long deletedProjects) {}
