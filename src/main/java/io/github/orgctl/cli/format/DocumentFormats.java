package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.Environment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Export formats that are one document. All values are strings, as in the environment of a process. */
final class DocumentFormats {
    private DocumentFormats() {}

    private interface Writing {
        void to(JsonGenerator generator) throws IOException;
    }

    static String json(Variables variables) {
        return text(new JsonFactory(), generator -> {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators =
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
            generator.setPrettyPrinter(new DefaultPrettyPrinter(separators).withObjectIndenter(indenter));
            writeMap(variables, generator);
            generator.writeRaw('\n');
        });
    }

    static String yaml(Variables variables) {
        return text(yamlFactory(), generator -> writeMap(variables, generator));
    }

    /** A Kubernetes manifest: a ConfigMap, or a Secret with all variables if there are secrets. */
    static String manifest(Variables variables) {
        Environment environment = variables.environment();
        boolean secret = variables.hasSecrets();
        return text(yamlFactory(), generator -> {
            generator.writeStartObject();
            generator.writeStringField("apiVersion", "v1");
            generator.writeStringField("kind", secret ? "Secret" : "ConfigMap");
            generator.writeObjectFieldStart("metadata");
            generator.writeStringField("name", environment.project() + "-" + environment.mode());
            generator.writeEndObject();
            generator.writeFieldName(secret ? "stringData" : "data");
            writeMap(variables, generator);
            generator.writeEndObject();
        });
    }

    private static void writeMap(Variables variables, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Variable variable : variables.all()) {
            generator.writeStringField(variable.name(), variable.text());
        }
        generator.writeEndObject();
    }

    /** Quotes all values, so that a string is not read as a number or boolean. */
    private static JsonFactory yamlFactory() {
        return YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
    }

    private static String text(JsonFactory factory, Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            writing.to(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
