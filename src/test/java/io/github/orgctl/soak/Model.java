package io.github.orgctl.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The state that a store should be in, in the simplest form that can be compared with what the program lists. */
final class Model {
    /** Outside the trash, by slug. */
    final Map<String, Organization> organizations = new TreeMap<>();

    /** In the trash, the latest last. */
    final List<Organization> trash = new ArrayList<>();

    static final class Organization {
        String slug;
        String name;
        String description = "";
        int revision = 1;
        final Map<String, Project> projects = new TreeMap<>();
        final List<Project> trash = new ArrayList<>();
        final Map<String, Member> members = new TreeMap<>();

        Organization(String slug, String name) {
            this.slug = slug;
            this.name = name;
        }

        private Organization copy() {
            Organization copy = new Organization(slug, name);
            copy.description = description;
            copy.revision = revision;
            projects.forEach((key, project) -> copy.projects.put(key, project.copy()));
            trash.forEach(project -> copy.trash.add(project.copy()));
            copy.members.putAll(members);
            return copy;
        }
    }

    record Member(String role, String status) {
        boolean isOwner() {
            return role.equals("owner") && status.equals("active");
        }
    }

    static final class Project {
        String slug;
        String name;
        String description = "";
        int revision = 1;
        Environment sandbox = new Environment();
        Environment live = new Environment();

        Project(String slug, String name) {
            this.slug = slug;
            this.name = name;
        }

        Environment environment(String mode) {
            return mode.equals("live") ? live : sandbox;
        }

        boolean isLocked() {
            return sandbox.lock != null || live.lock != null;
        }

        private Project copy() {
            Project copy = new Project(slug, name);
            copy.description = description;
            copy.revision = revision;
            copy.sandbox = sandbox.copy();
            copy.live = live.copy();
            return copy;
        }
    }

    static final class Environment {
        Map<String, String> values = new TreeMap<>();
        String lock;
        Map<String, String> promoted = new TreeMap<>();

        /** The values of each revision, of which the first is empty. */
        List<Map<String, String>> history = new ArrayList<>(List.of(Map.of()));

        int revision() {
            return history.size();
        }

        /** Makes a revision of these values, unless they are the present ones. */
        void become(Map<String, String> wanted) {
            if (!wanted.equals(values)) {
                values = new TreeMap<>(wanted);
                history.add(Map.copyOf(wanted));
            }
        }

        private Environment copy() {
            Environment copy = new Environment();
            copy.values = new TreeMap<>(values);
            copy.lock = lock;
            copy.promoted = new TreeMap<>(promoted);
            copy.history = new ArrayList<>(history);
            return copy;
        }
    }

    Model copy() {
        Model copy = new Model();
        organizations.forEach((key, organization) -> copy.organizations.put(key, organization.copy()));
        trash.forEach(organization -> copy.trash.add(organization.copy()));
        return copy;
    }

    Organization byName(String name) {
        return organizations.values().stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    static Project byName(Organization organization, String name) {
        return organization.projects.values().stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    List<String> organizationRows() {
        return organizations.values().stream()
                .map(each -> String.join(
                        ",",
                        each.slug,
                        each.name,
                        each.description,
                        String.valueOf(each.projects.size()),
                        String.valueOf(each.revision)))
                .toList();
    }

    List<String> deletedOrganizationRows() {
        return trash.stream().map(each -> each.slug + "," + each.name).sorted().toList();
    }

    List<String> projectRows() {
        List<String> rows = new ArrayList<>();
        for (Organization organization : organizations.values()) {
            for (Project each : organization.projects.values()) {
                rows.add(String.join(
                        ",", organization.slug, each.slug, each.name, each.description, String.valueOf(each.revision)));
            }
        }
        return rows;
    }

    List<String> environmentRows() {
        List<String> rows = new ArrayList<>();
        for (Organization organization : organizations.values()) {
            for (Project project : organization.projects.values()) {
                for (String mode : List.of("sandbox", "live")) {
                    Environment each = project.environment(mode);
                    rows.add(String.join(
                            ",", organization.slug, project.slug, mode, each.revision() + "", each.lock + ""));
                }
            }
        }
        return rows;
    }

    List<String> memberRows(Organization organization) {
        List<String> rows = new ArrayList<>();
        organization.members.forEach((email, member) -> rows.add(email + "," + member.role + "," + member.status));
        return rows;
    }
}
