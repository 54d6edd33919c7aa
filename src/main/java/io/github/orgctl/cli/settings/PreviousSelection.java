package io.github.orgctl.cli.settings;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The selection before the current one, stored in the user's file.
 *
 * @param name ORG or ORG/PROJECT at the time of selection
 * @param reference its id, or its name if the id is unknown
 * @param mode null for none
 */
public record PreviousSelection(String name, String reference, Mode mode) {
    /** Id of the selection, with its names at the time. */
    private static final String SELECTED = "selected";

    private static final String SELECTED_ORGANIZATION = "selectedOrganization";
    private static final String PREVIOUS = "previous";
    private static final String PREVIOUS_MODE = "previousMode";

    /** @throws Failure NOT_FOUND if there is none */
    static PreviousSelection of(SettingsFile file) {
        String kept = file.get(PREVIOUS);
        if (kept == null) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND, "no previous selection", "select something with: orgctl use ORG/PROJECT");
        }
        String mode = file.get(PREVIOUS_MODE);
        int space = kept.indexOf(' ');
        return new PreviousSelection(
                space < 0 ? kept : kept.substring(0, space),
                kept.substring(space + 1),
                mode == null ? null : Mode.parse(mode));
    }

    /** Changes that keep the current selection as the previous one, unless both are the same. */
    static Map<String, String> changes(SettingsFile before, Selection next) {
        Map<String, String> changes = new LinkedHashMap<>();
        String id = next.id() == null ? null : next.id().value();
        changes.put(SELECTED, id == null ? null : name(next.organization(), next.project()) + " " + id);
        changes.put(
                SELECTED_ORGANIZATION,
                next.organizationId() == null ? null : next.organizationId().value());
        String kept = selected(before);
        String mode = before.get(Setting.MODE.key());
        String nextMode = next.mode() == null ? null : next.mode().toString();
        boolean isSame = id != null && kept != null && kept.endsWith(" " + id) && Objects.equals(mode, nextMode);
        if (kept != null && !isSame) {
            changes.put(PREVIOUS, kept);
            changes.put(PREVIOUS_MODE, mode);
        }
        return changes;
    }

    /** Changes that keep a selection up to date after a rename or a move; empty if something else is selected. */
    static Map<String, String> following(SettingsFile before, Selection renamed) {
        String kept = selected(before);
        int space = kept == null ? -1 : kept.indexOf(' ');
        if (space < 0) {
            return Map.of();
        }
        String id = kept.substring(space + 1);
        boolean isOfOrganization =
                renamed.project() == null && renamed.id().value().equals(before.get(SELECTED_ORGANIZATION));
        if (!renamed.id().value().equals(id) && !isOfOrganization) {
            return Map.of();
        }
        String project = renamed.project() == null ? before.get(Setting.PROJECT.key()) : renamed.project();
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(Setting.ORG.key(), renamed.organization());
        changes.put(Setting.PROJECT.key(), project);
        changes.put(SELECTED, name(renamed.organization(), project) + " " + id);
        changes.put(SELECTED_ORGANIZATION, renamed.organizationId().value());
        return before.holds(changes) ? Map.of() : changes;
    }

    /** The selection of a file: its name, and its id unless the name was set later. */
    private static String selected(SettingsFile file) {
        String organization = file.get(Setting.ORG.key());
        String project = file.get(Setting.PROJECT.key());
        if (organization == null && project == null) {
            return null;
        }
        String name = name(organization, project);
        String selected = file.get(SELECTED);
        return selected != null && selected.startsWith(name + " ") ? selected : name;
    }

    private static String name(String organization, String project) {
        if (organization == null || project != null && project.indexOf('/') >= 0) {
            return project;
        }
        return project == null ? organization : organization + "/" + project;
    }
}
