package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.parameter.PromptStyle;
import io.github.orgctl.cli.settings.ColorRules;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.util.Map;

/**
 * The current organization, project and mode for a shell's prompt, such as {@code acme/website:sandbox}. Shells expand
 * prompts, so only valid slugs of a settings file are shown.
 */
public final class PromptLine {
    private PromptLine() {}

    /** The line, or an empty text where nothing is selected or the settings can't be read. Never fails. */
    public static String of(Host host, Map<Setting, String> options, PromptStyle style) {
        try {
            Settings settings = new Settings(host, options);
            String place = place(settings);
            String selected = settings.get(Setting.MODE).value();
            if (place.indexOf('/') < 0 || selected == null) {
                return place;
            }
            Mode mode = Mode.parse(selected);
            String line = place + ":" + mode;
            boolean isColored = mode == Mode.LIVE && ColorRules.apply(settings, host, true);
            return isColored ? style.red(line) : line;
        } catch (Failure unreadable) {
            // A prompt is no place for errors, which the next command reports.
            return "";
        }
    }

    private static String place(Settings settings) {
        String organization = settings.shown(Setting.ORG).value();
        String project = settings.shown(Setting.PROJECT).value();
        int slash = project == null ? -1 : project.indexOf('/');
        if (slash >= 0) {
            organization = project.substring(0, slash);
            project = project.substring(slash + 1);
        }
        if (organization == null || !Slug.isSlug(organization)) {
            return "";
        }
        return project != null && Slug.isSlug(project) ? organization + "/" + project : organization;
    }
}
