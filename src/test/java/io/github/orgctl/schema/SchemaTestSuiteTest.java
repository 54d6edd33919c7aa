package io.github.orgctl.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs parts of the official JSON Schema Test Suite, unmodified. */
class SchemaTestSuiteTest {
    private static final Path FOLDER = Path.of("src/test/resources/json-schema-test-suite");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    Stream<DynamicTest> agrees() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .flatMap(SchemaTestSuiteTest::groups);
        }
    }

    private static Stream<DynamicTest> groups(Path file) {
        return elements(read(file))
                .map(group -> DynamicTest.dynamicTest(
                        file.getFileName() + ": " + group.get("description").asText(), () -> agrees(group)));
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get);
    }

    private static void agrees(JsonNode group) throws IOException {
        CompiledSchema schema;
        try {
            schema = (CompiledSchema) new JsonSchemas().read(group.get("schema").toString());
        } catch (Failure refused) {
            // What would have to be fetched is the one thing that is not supported.
            assertThat(refused).hasMessageContaining("remote schemas are not fetched");
            assertThat(group.get("schema").toString()).contains("https://json-schema.org/draft/2020-12/schema");
            return;
        }
        for (JsonNode test : group.get("tests")) {
            JsonNode data = SchemaJson.read(test.get("data").toString());
            assertThat(schema.errors(data).isEmpty())
                    .as(test.get("description").asText())
                    .isEqualTo(test.get("valid").asBoolean());
        }
    }
}
