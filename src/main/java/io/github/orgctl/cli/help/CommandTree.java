package io.github.orgctl.cli.help;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.cli.verb.Verb;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Everything the program can be told, as JSON: for scripts, agents and whoever generates something from it. */
public final class CommandTree {
    /** Writes one JSON value. */
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private final Nouns nouns;

    public CommandTree(Nouns nouns) {
        this.nouns = nouns;
    }

    /** Every verb of every noun, with its parameters, fields and examples. */
    public JsonText commands() {
        return json(json -> {
            json.writeStartArray();
            for (Noun noun : nouns.allNested()) {
                for (Verb verb : noun.verbs()) {
                    writeVerb(json, noun, verb);
                }
            }
            json.writeEndArray();
        });
    }

    /** The options of every command. */
    public static JsonText globalOptions() {
        return json(json -> writeParameters(json, new GlobalOptions().all()));
    }

    /** Every exit code with its name and meaning. */
    public static JsonText exitCodes() {
        return json(json -> {
            json.writeStartArray();
            for (ExitCode exitCode : ExitCode.values()) {
                json.writeStartObject();
                json.writeNumberField("code", exitCode.code());
                json.writeStringField("name", exitCode.jsonName());
                json.writeStringField("meaning", exitCode.meaning());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Every setting with its key in settings files and its environment variable. */
    public static JsonText settings() {
        return json(json -> {
            json.writeStartArray();
            for (Setting setting : Setting.values()) {
                json.writeStartObject();
                json.writeStringField("key", setting.key());
                json.writeStringField("variable", setting.variable());
                json.writeStringField("description", setting.description());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Every environment variable that is no setting. */
    public static JsonText variables() {
        return json(json -> {
            json.writeStartArray();
            for (EnvironmentVariable variable : EnvironmentVariable.values()) {
                json.writeStartObject();
                json.writeStringField("variable", variable.variable());
                json.writeStringField("description", variable.description());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void writeVerb(JsonGenerator json, Noun noun, Verb verb) throws IOException {
        String name = noun.nameOf(verb);
        json.writeStartObject();
        json.writeStringField("command", name);
        json.writeStringField("alias", noun.isNested() ? null : nouns.alias(noun.name()));
        json.writeStringField("summary", verb.summary());
        json.writeStringField("details", verb.details());
        json.writeStringField("usage", Synopsis.of("orgctl " + name, verb));
        json.writeFieldName("parameters");
        writeParameters(json, verb.parameters());
        json.writeArrayFieldStart("fields");
        if (verb.shape() != null) {
            for (Field<?> field : verb.shape().fields()) {
                json.writeString(field.jsonName());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("examples");
        for (Example example : verb.examples()) {
            json.writeStartObject();
            json.writeStringField("caption", example.caption());
            json.writeStringField("commandLine", example.commandLine());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeParameters(JsonGenerator json, List<Parameter<?>> parameters) throws IOException {
        json.writeStartArray();
        for (Parameter<?> parameter : parameters) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeArrayFieldStart("names");
            for (String name : parameter.names()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeStringField("kind", parameter.isOption() ? "option" : "argument");
            json.writeStringField("type", parameter.label() == null ? "flag" : parameter.label());
            json.writeBooleanField("required", parameter.isMandatory());
            json.writeStringField("description", parameter.description());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static JsonText json(Part part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            part.write(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new JsonText(text.toString());
    }
}
