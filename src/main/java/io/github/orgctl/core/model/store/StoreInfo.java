package io.github.orgctl.core.model.store;

/**
 * Location, kind and size of a store.
 *
 * @param location the file's absolute path, or the server's address without a password
 * @param kind {@code sqlite} or {@code postgresql}
 * @param exists whether it has been created yet; one that has not reads as empty
 * @param engine the database's own name and version
 * @param schemaVersion the number of the newest migration it has seen
 * @param bytes the size of its files, or of the database on the server; -1 where it can't be told
 * @param organizations how many are not in the trash
 * @param projects how many are not in the trash
 * @param environments how many belong to projects that are not in the trash
 * @param deletedOrganizations how many are in the trash
 * @param deletedProjects how many are in the trash
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
