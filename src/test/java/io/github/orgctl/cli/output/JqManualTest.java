package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgctl.cli.jq.JqFilter;
import io.github.orgctl.cli.jq.JqNumber;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.thisptr.jackson.jq.internal.misc.JsonNodeComparator;
import org.junit.jupiter.api.Test;

/** Runs the examples of jq's manual. Those outside the subset in {@code docs/output.md} must be refused or fail. */
class JqManualTest {
    /** Functions and syntax outside the supported subset. */
    private static final List<String> LEFT_OUT = List.of(
            "$ENV.PAGER",
            "env.PAGER",
            "try error(\"\\($__loc__)\") catch .",
            "strptime(\"%Y-%m-%dT%H:%M:%SZ\")",
            "strptime(\"%Y-%m-%dT%H:%M:%SZ\")|mktime",
            ".[] as [$a] ?// [$b] | if $a != null then error(\"err: \\($a)\") else {$a,$b} end",
            ".[] as {$a, $b, c: {$d, $e}} ?// {$a, $b, c: [{$d, $e}]} | {$a, $b, $d, $e}",
            ".[] as {$a, $b, c: {$d}} ?// {$a, $b, c: [{$e}]} | {$a, $b, $d, $e}",
            // Large numbers are compared as doubles, and 100e-2 is not written as 1.00.
            ". as $big | [$big, $big + 1] | map(. > 10000000000000000000000000000000)",
            "map([., . == 1]) | tojson");

    @Test
    void agreesWithTheManual() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/jq/man.test"));
        Set<String> different = new TreeSet<>();
        int examples = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            String program = lines.get(i);
            String input = lines.get(++i);
            List<JsonNode> expected = new ArrayList<>();
            while (++i < lines.size() && !lines.get(i).isBlank()) {
                expected.add(json(lines.get(i)));
            }
            examples++;
            if (!agree(expected, results(program, input))) {
                different.add(program);
            }
        }
        assertThat(examples).isGreaterThan(200);
        assertThat(different).containsExactlyInAnyOrderElementsOf(LEFT_OUT);
    }

    private static List<JsonNode> results(String program, String input) throws IOException {
        List<JsonNode> results = new ArrayList<>();
        try {
            JqFilter.compile(program).apply(json(input), results::add);
        } catch (Failure refused) {
            return null;
        }
        return results;
    }

    private static JsonNode json(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return JqNumber.read(parser);
        }
    }

    private static boolean agree(List<JsonNode> expected, List<JsonNode> results) {
        if (results == null || expected.size() != results.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (JsonNodeComparator.getInstance().compare(expected.get(i), results.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }
}
