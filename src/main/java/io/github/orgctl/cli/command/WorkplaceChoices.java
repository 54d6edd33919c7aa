package io.github.orgctl.cli.command;

import io.github.orgctl.cli.terminal.Choice;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Organizations, each with its projects behind it, to choose where to work. */
final class WorkplaceChoices {
    private WorkplaceChoices() {}

    static List<Choice> of(Services services) {
        Map<Slug, List<Project>> projects = new HashMap<>();
        services.projects().list(true, new Page<>(null, null, null), false).forEach(each -> projects.computeIfAbsent(
                        each.organization(), slug -> new ArrayList<>())
                .add(each));
        String current = current(services.context());
        List<Choice> choices = new ArrayList<>();
        services.organizations().list(new Page<>(null, null, null), false).forEach(organization -> {
            choices.add(choice(organization, current));
            projects.getOrDefault(organization.slug(), List.of()).forEach(each -> choices.add(choice(each, current)));
        });
        return choices;
    }

    private static Choice choice(Organization organization, String current) {
        String reference = organization.slug().value();
        return new Choice(reference, organization.name().toString(), reference.equals(current));
    }

    private static Choice choice(Project project, String current) {
        String reference = project.organization() + "/" + project.slug();
        return new Choice(reference, project.name().toString(), reference.equals(current));
    }

    /** The reference of the current selection, or null. */
    private static String current(Context context) {
        ProjectReference project = context.project();
        if (project == null || project.namesOrganization()) {
            return project == null
                    ? context.organization() == null
                            ? null
                            : context.organization().toString()
                    : project.toString();
        }
        return context.organization() + "/" + project;
    }
}
