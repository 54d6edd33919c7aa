package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Actions on the selection that the acting identity may perform. */
final class Tasks {
    private static final List<String> ROLES =
            Stream.of(Role.values()).map(Role::toString).toList();
    private static final List<String> GATES = List.of("refuse", "allow");

    /** Type of a typed value: detected, string, or JSON. */
    static final String AUTO = "auto";

    static final String STRING = "string";
    static final String JSON = "JSON";
    private static final List<String> TYPES = List.of(AUTO, STRING, JSON);

    private Tasks() {}

    static List<Task> of(State state) {
        List<Task> tasks = new ArrayList<>();
        if (state.readOnly()) {
            return tasks;
        }
        Pane pane = state.place().pane();
        Query query = pane.query();
        Item item = pane.item();
        switch (query.source()) {
            case PROJECTS -> addToProjects(tasks, query.organization(), item);
            case ORGANIZATIONS -> addToOrganizations(tasks, item);
            case DELETED_PROJECTS, DELETED_ORGANIZATIONS -> addToTrash(tasks, item);
            case KEYS -> addToKeys(tasks, query, pane.content().locked(), item);
            case HISTORY -> addToHistory(tasks, item);
            case MEMBERS -> addToMembers(tasks, query.organization(), item);
            case INVITATIONS -> addToInvitations(tasks, query.organization(), item);
            default -> {
                // Only to be read.
            }
        }
        tasks.removeIf(task -> !pane.content().allowed().contains(task.right()));
        return tasks;
    }

    static Task createOrganization() {
        return new Task(
                'c',
                "Create organization",
                Action.ORG_CREATE,
                List.of(Field.text("Name", ""), Field.text("Slug (optional)", "")),
                values -> command("org create").option("--slug", values.get(1)).argument(values.get(0)));
    }

    static Task createProject(String organization) {
        return new Task(
                'c',
                "Create new project",
                Action.PROJECT_CREATE,
                List.of(Field.text("Name", ""), Field.text("Slug (optional)", "")),
                values -> command("project create")
                        .option("--org", organization)
                        .option("--slug", values.get(1))
                        .argument(values.get(0)));
    }

    private static void addToProjects(List<Task> tasks, String organization, Item item) {
        if (organization != null) {
            tasks.add(createProject(organization));
        }
        if (item instanceof Item.OfProject project) {
            tasks.add(renameProject(project.reference(), project.name()));
        }
    }

    private static Task renameProject(String reference, String name) {
        String slug = reference.substring(reference.indexOf('/') + 1);
        return new Task(
                'n',
                "Rename project " + reference,
                Action.PROJECT_UPDATE,
                List.of(Field.text("Name", name), Field.text("Slug", slug)),
                values -> command("project update")
                        .argument(reference)
                        .changed("--name", name, values.get(0))
                        .changed("--slug", slug, values.get(1)));
    }

    private static void addToOrganizations(List<Task> tasks, Item item) {
        tasks.add(createOrganization());
        if (item instanceof Item.OfOrganization organization) {
            String slug = organization.reference();
            tasks.add(new Task(
                    'n',
                    "Rename organization " + slug,
                    Action.ORG_UPDATE,
                    List.of(Field.text("Name", organization.name()), Field.text("Slug", slug)),
                    values -> command("org update")
                            .argument(slug)
                            .changed("--name", organization.name(), values.get(0))
                            .changed("--slug", slug, values.get(1))));
        }
    }

    private static void addToTrash(List<Task> tasks, Item item) {
        if (item instanceof Item.Deleted deleted) {
            String noun = deleted.project() ? "project" : "org";
            tasks.add(new Task(
                    'u',
                    "Restore from the trash",
                    deleted.project() ? Action.PROJECT_RESTORE : Action.ORG_RESTORE,
                    List.of(),
                    values -> command(noun + " restore").argument(deleted.reference())));
        }
    }

    private static void addToKeys(List<Task> tasks, Query query, boolean locked, Item item) {
        String environment = query.project() + ":" + query.mode();
        boolean live = query.mode() == Mode.LIVE;
        if (item instanceof Item.OfKey key) {
            if (key.secret()) {
                tasks.add(
                        new Task('v', "Reveal secret " + key.key(), Action.SECRET_REVEAL, List.of(), values -> command(
                                                "secret reveal")
                                        .argument(key.key())
                                        .option("--env", environment))
                                .withoutDryRun()
                                .onLive(live)
                                .showingOnce());
            } else {
                tasks.add(set(environment, key).onLive(live));
                if (key.value() != null) {
                    tasks.add(unset(key.key(), environment).onLive(live));
                }
            }
        }
        tasks.add(add(environment).onLive(live));
        tasks.add(promote(query.project()));
        tasks.add(locked ? unlock(environment).onLive(live) : lock(environment).onLive(live));
    }

    private static Task set(String environment, Item.OfKey key) {
        return new Task(
                'e',
                "Set " + key.key() + " in " + environment,
                Action.CONFIG_SET,
                List.of(
                        Field.text("Value", key.value() == null ? "" : key.value()),
                        new Field("Type", key.type(), TYPES),
                        Field.text("Message (optional)", ""),
                        new Field("Critical keys", "refuse", GATES),
                        new Field("New hosts", "refuse", GATES)),
                values -> command("config set")
                        .option("--env", environment)
                        .option("-m", values.get(2))
                        .gate("--allow-critical", values.get(3))
                        .gate("--allow-new-domains", values.get(4))
                        .assignment(key.key(), values.get(0), values.get(1)));
    }

    private static Task add(String environment) {
        return new Task(
                'a',
                "Add a key to " + environment,
                Action.CONFIG_SET,
                List.of(
                        Field.text("Key", ""),
                        Field.text("Value", ""),
                        new Field("Type", AUTO, TYPES),
                        Field.text("Message (optional)", ""),
                        new Field("New hosts", "refuse", GATES)),
                values -> command("config set")
                        .option("--env", environment)
                        .option("-m", values.get(3))
                        .gate("--allow-new-domains", values.get(4))
                        .assignment(values.get(0), values.get(1), values.get(2)));
    }

    private static Task unset(String key, String environment) {
        return new Task(
                'd',
                "Remove " + key + " from " + environment,
                Action.CONFIG_UNSET,
                List.of(Field.text("Message (optional)", ""), new Field("Critical keys", "refuse", GATES)),
                values -> command("config unset")
                        .argument(key)
                        .option("--env", environment)
                        .option("-m", values.get(0))
                        .gate("--allow-critical", values.get(1)));
    }

    /** Its form depends on the plan: see {@link PromotionForm}. */
    private static Task promote(String project) {
        return new Task('m', PromotionForm.title(project), Action.ENV_PROMOTE, List.of(), values -> List.of())
                .onLive(true)
                .plannedBy(new Request.PlanPromotion(project));
    }

    private static Task lock(String environment) {
        return new Task(
                'l',
                "Lock " + environment,
                Action.ENV_LOCK,
                List.of(Field.text("Reason", ""), Field.text("Until (optional), for example 8h", "")),
                values -> command("env lock")
                        .argument(environment)
                        .option("--reason", values.get(0))
                        .option("--until", values.get(1)));
    }

    private static Task unlock(String environment) {
        return new Task('l', "Unlock " + environment, Action.ENV_UNLOCK, List.of(), values -> command("env unlock")
                .argument(environment));
    }

    private static void addToHistory(List<Task> tasks, Item item) {
        if (item instanceof Item.OfRevision revision) {
            String environment = revision.project() + ":" + revision.mode();
            tasks.add(new Task(
                            'b',
                            "Roll " + environment + " back to revision " + revision.number(),
                            Action.ENV_ROLLBACK,
                            List.of(
                                    Field.text("Message (optional)", ""),
                                    new Field("Deleted keys", "refuse", GATES),
                                    new Field("Critical keys", "refuse", GATES),
                                    new Field("New hosts", "refuse", GATES)),
                            values -> command("env rollback")
                                    .argument(environment)
                                    .option("--to", revision.reference())
                                    .option("-m", values.get(0))
                                    .gate("--allow-delete", values.get(1))
                                    .gate("--allow-critical", values.get(2))
                                    .gate("--allow-new-domains", values.get(3))
                                    .flag("--yes"))
                    .onLive(revision.mode() == Mode.LIVE));
        }
    }

    private static void addToMembers(List<Task> tasks, String organization, Item item) {
        tasks.add(invite(organization));
        if (item instanceof Item.OfMember member) {
            String address = member.reference();
            tasks.add(new Task(
                    'w',
                    "Change the role of " + address,
                    Action.MEMBER_ROLE,
                    List.of(new Field("Role", member.role(), ROLES)),
                    values -> command("member role")
                            .option("--org", organization)
                            .argument(address)
                            .argument(values.get(0))));
            tasks.add(
                    member.suspended()
                            ? ofMember('a', "Reactivate ", Action.MEMBER_ACTIVATE, "member activate", member)
                            : ofMember('a', "Suspend ", Action.MEMBER_SUSPEND, "member suspend", member));
            tasks.add(ofMember('d', "Remove ", Action.MEMBER_REMOVE, "member remove", member));
        }
    }

    private static Task ofMember(char key, String title, Action right, String command, Item.OfMember member) {
        return new Task(key, title + member.reference(), right, List.of(), values -> command(command)
                .option("--org", member.organization())
                .argument(member.reference()));
    }

    private static void addToInvitations(List<Task> tasks, String organization, Item item) {
        tasks.add(invite(organization));
        if (item instanceof Item.OfInvitation invitation && invitation.pending()) {
            tasks.add(new Task(
                    'd',
                    "Revoke the invitation of " + invitation.reference(),
                    Action.INVITE_REVOKE,
                    List.of(),
                    values -> command("invite revoke")
                            .option("--org", organization)
                            .argument(invitation.reference())));
        }
    }

    private static Task invite(String organization) {
        return new Task(
                        'i',
                        "Invite to " + organization,
                        Action.MEMBER_INVITE,
                        List.of(Field.text("E-mail address", ""), new Field("Role", Role.DEVELOPER.toString(), ROLES)),
                        values -> command("member invite")
                                .option("--org", organization)
                                .option("--role", values.get(1))
                                .argument(values.get(0)))
                .showingOnce();
    }

    private static CommandWords command(String words) {
        return new CommandWords(words);
    }
}
