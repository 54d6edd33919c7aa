package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.model.access.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Help texts use imperative summaries and standard terms. */
class VoiceTest {
    /** The first words of summaries. A new one belongs here if it is an imperative. */
    private static final Set<String> IMPERATIVES = Set.of(
            "Accept",
            "Apply",
            "Attach",
            "Back",
            "Change",
            "Check",
            "Copy",
            "Create",
            "Decline",
            "Delete",
            "Diagnose",
            "Edit",
            "Explain",
            "Export",
            "Fill",
            "Import",
            "Inspect",
            "Invite",
            "Leave",
            "List",
            "Lock",
            "Manage",
            "Move",
            "Open",
            "Print",
            "Promote",
            "Re-encrypt",
            "Reactivate",
            "Read",
            "Record",
            "Remove",
            "Replace",
            "Rename",
            "Restore",
            "Retire",
            "Revoke",
            "Roll",
            "Run",
            "Select",
            "Search",
            "Set",
            "Show",
            "Sum",
            "Suspend",
            "Transfer",
            "Trust",
            "Undo",
            "Unlock",
            "Update",
            "Validate",
            "Verify",
            "Withdraw");

    /** Words and phrases with a plain or standard counterpart, such as "audit log" for "trail". */
    private static final List<String> BANNED = List.of(
            "a text",
            "agree beforehand",
            "all of them or none",
            "anybody",
            "audit trail",
            "carry",
            "for a while",
            "for good",
            "go on with",
            "has no say",
            "if left out",
            "is to be",
            "is to go",
            "let keys",
            "meanwhile",
            "nobody",
            "per cent",
            "rehears(e|es|ed|al|als)",
            "shown this once",
            "somebody",
            "take away",
            "trails",
            "whoever",
            "whom");

    private static final Set<String> RIDDLES =
            Set.of("How", "It", "Its", "What", "When", "Where", "Which", "Who", "Whom", "Whose");

    @Test
    void summariesAreImperativesWithoutAFullStop() {
        List<String> wrong = new ArrayList<>();
        for (String summary : summaries()) {
            if (summary.endsWith(".") || !IMPERATIVES.contains(summary.split(" ", 2)[0])) {
                wrong.add(summary);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void descriptionsSayWhatAParameterIs() {
        List<String> wrong = new ArrayList<>();
        for (Parameter<?> parameter : parameters()) {
            String first = parameter.description().split("[ :,]", 2)[0];
            if (RIDDLES.contains(first)) {
                wrong.add(parameter.name() + ": " + parameter.description());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void textsUseTheTermsOfTheField() {
        Set<String> wrong = new TreeSet<>();
        for (String text : texts()) {
            for (String phrase : BANNED) {
                if (text.toLowerCase(Locale.ROOT).matches(".*\\b" + phrase + "\\b.*")) {
                    wrong.add("'" + phrase + "' in: " + text);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> summaries() {
        List<String> summaries = new ArrayList<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            summaries.add(noun.summary());
            noun.verbs().forEach(verb -> summaries.add(verb.summary()));
        }
        return summaries;
    }

    private static List<Parameter<?>> parameters() {
        List<Parameter<?>> parameters = new ArrayList<>(new GlobalOptions().all());
        for (Noun noun : Commands.NOUNS.allNested()) {
            noun.verbs().forEach(verb -> parameters.addAll(verb.parameters()));
        }
        return parameters;
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(summaries());
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                texts.add(verb.details());
                verb.examples().forEach(example -> texts.add(example.caption()));
            }
        }
        parameters().forEach(parameter -> texts.add(parameter.description()));
        for (Setting setting : Setting.values()) {
            texts.add(setting.description());
        }
        for (EnvironmentVariable variable : EnvironmentVariable.values()) {
            texts.add(variable.description());
        }
        for (HelpTopic topic : HelpTopic.values()) {
            texts.add(topic.text().replaceAll("\\s+", " "));
        }
        for (Rule rule : Rule.values()) {
            texts.add(rule.toString());
            texts.add(rule.verb());
        }
        for (ExitCode exitCode : ExitCode.values()) {
            texts.add(exitCode.meaning());
        }
        for (OutputFormat format : OutputFormat.values()) {
            texts.add(format.description());
        }
        return texts;
    }
}
