package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.document.DocumentFormat;
import io.github.orgctl.cli.document.PlanFormat;
import io.github.orgctl.cli.dump.BackupFormat;
import io.github.orgctl.cli.format.ExportFormat;
import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.format.RowFormat;
import io.github.orgctl.cli.format.StatementFormat;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.TimeStyle;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.ColorChoice;
import io.github.orgctl.cli.parameter.PromptStyle;
import io.github.orgctl.cli.settings.Aliases;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Sort;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Answers the completion scripts: {@code orgctl __complete KIND PREFIX [-- WORDS…]} prints the values that can stand
 * where the cursor is, one a line, with a description behind a tab where there is one. KIND is {@link Candidates#word},
 * for names of fields with the command behind a colon, such as {@code field:org list}. WORDS are the others on the line, without the
 * option whose value it is.
 *
 * <p>Somebody waits for each answer with a finger on the TAB key: nothing here parses options, builds more than one
 * command or loads what is not needed.
 */
public final class Completer {
    /** The first argument that asks for completion. */
    public static final String COMMAND = "__complete";

    private static final int KIND = 1;
    private static final int PREFIX = 2;
    private static final int MONTHS = 12;

    private final String[] arguments;
    private final Host host;
    private final Nouns nouns;
    private final Offers offers;

    private Completer(String[] arguments, Host host, Nouns nouns) {
        this.arguments = arguments;
        this.host = host;
        this.nouns = nouns;
        this.offers = new Offers(arguments[PREFIX]);
    }

    /** Prints the candidates, or nothing where there are none. Never fails. */
    public static void run(String[] arguments, Host host, Nouns nouns) {
        try {
            Completer completer = new Completer(arguments, host, nouns);
            completer.collect();
            host.io().out().write(completer.offers.lines().getBytes(StandardCharsets.UTF_8));
            host.io().out().flush();
        } catch (Throwable nothingToOffer) {
            // An error would land in the middle of a half-typed line. The command itself will tell what is wrong.
        }
    }

    private void collect() {
        String kind = arguments[KIND];
        int colon = kind.indexOf(':');
        Candidates candidates = Candidates.named(colon < 0 ? kind : kind.substring(0, colon));
        switch (candidates) {
            case ORGANIZATION,
                    DELETED_ORGANIZATION,
                    PROJECT,
                    DELETED_PROJECT,
                    ENVIRONMENT,
                    WORKPLACE,
                    MEMBER,
                    INVITED,
                    KEY,
                    ASSIGNMENT,
                    TOKEN,
                    PLAN,
                    METRIC ->
                new StoreCandidates(candidates, offers, CompletionLine.of(arguments, host.variable("HOME")), host)
                        .collect();
            case INVITATION_STATUS -> words(InvitationStatus.values());
            case MODE -> words(Mode.values());
            case ACTION -> words(Action.values());
            case ROLE, LIVE_WRITES -> roles(candidates == Candidates.LIVE_WRITES);
            case ACTION_PATTERN -> words(ActionPattern.known().toArray());
            case FORMAT -> formats();
            case EXPORT_FORMAT -> words(ExportFormat.values());
            case DOCUMENT_FORMAT -> words(DocumentFormat.values());
            case PLAN_FORMAT -> words(PlanFormat.values());
            case IMPORT_FORMAT -> words(ImportFormat.values());
            case FIELD -> fields(kind.substring(colon + 1));
            case ORDER -> orders(kind.substring(colon + 1));
            case STATEMENT_FORMAT -> words(StatementFormat.values());
            case BACKUP_FORMAT -> words(BackupFormat.values());
            case ROW_FORMAT -> words(RowFormat.values());
            case PERIOD -> periods();
            case COLOR -> colors();
            case TIME_STYLE -> timeStyles();
            case PROMPT_STYLE -> words(PromptStyle.values());
            case SHELL -> words(Shell.values());
            case SETTING -> settings();
            case ALIAS -> aliases();
            case NONE, FILE -> {}
        }
    }

    private void roles(boolean forLiveWrites) {
        for (Role role : Role.values()) {
            if (!forLiveWrites || LiveWrites.allows(role)) {
                offers.add(role.toString());
            }
        }
    }

    private void formats() {
        for (OutputFormat format : OutputFormat.values()) {
            offers.add(format.toString(), format.description());
        }
    }

    private void words(Object[] values) {
        for (Object value : values) {
            offers.add(value.toString());
        }
    }

    private void colors() {
        for (ColorChoice choice : ColorChoice.values()) {
            offers.add(choice.toString(), choice.description());
        }
    }

    private void timeStyles() {
        for (TimeStyle style : TimeStyle.values()) {
            offers.add(style.toString(), style.description());
        }
    }

    private void settings() {
        for (Setting setting : Setting.values()) {
            offers.add(setting.key(), setting.description());
        }
        for (Noun noun : nouns.allNested()) {
            if (noun.verb("list") != null) {
                offers.add(Settings.COLUMNS + noun.name().replace(' ', '.'));
            }
        }
    }

    private void aliases() {
        new Aliases(host).all().forEach(new BiConsumer<String, String>() {
            @Override
            public void accept(String name, String expansion) {
                offers.add(name, expansion);
            }
        });
    }

    /** The present month and eleven before it. */
    private void periods() {
        Period present = Period.of(host.now());
        for (int back = 0; back < MONTHS; back++) {
            offers.add(present.plusMonths(-back).toString());
        }
    }

    /** The last name behind the commas, without those that stand there already. */
    private void fields(String command) {
        String typed = offers.prefix().substring(0, offers.prefix().lastIndexOf(',') + 1);
        for (Field<?> field : fieldsOf(command)) {
            if (("," + typed).indexOf("," + field.jsonName() + ",") < 0) {
                offers.add(typed + field.jsonName());
            }
        }
    }

    private void orders(String command) {
        int colon = offers.prefix().indexOf(':');
        for (Field<?> field : fieldsOf(command)) {
            if (colon < 0) {
                offers.add(field.jsonName());
            } else {
                offers.add(field.jsonName() + ":" + Sort.ASCENDING);
                offers.add(field.jsonName() + ":" + Sort.DESCENDING);
            }
        }
    }

    private List<? extends Field<?>> fieldsOf(String command) {
        Shape<?> shape = nouns.command(command).shape();
        return shape == null ? List.of() : shape.fields();
    }
}
