package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.core.model.value.Id;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Renders a YAML document, using the same code as for JSON. */
final class YamlDocument<T> extends Document<T> {
    YamlDocument(List<Field<T>> fields, OutputStream out) throws IOException {
        super(fields, open(out));
    }

    private static JsonGenerator open(OutputStream out) throws IOException {
        YAMLFactoryBuilder builder = YAMLFactory.builder()
                .streamWriteConstraints(JsonLimits.noneForWriting())
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .stringQuotingChecker(new Quoting());
        return new YamlGenerators(builder).createGenerator(new EscapingWriter(out));
    }

    // The emitter writes the last line end only when it is closed.
    @Override
    void finish(JsonGenerator complete) throws IOException {
        complete.close();
    }

    /**
     * Quotes every string that some YAML version could read as another type. The library's own rule misses times and
     * numbers in older notations.
     */
    private static final class Quoting extends StringQuotingChecker {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String text) {
            return !Id.looksLikeId(text) && (isReservedKeyword(text) || !isPlainWords(text));
        }

        private static boolean isPlainWords(String text) {
            int length = text.length();
            if (length == 0 || !Character.isLetter(text.charAt(0)) || text.charAt(length - 1) == ' ') {
                return false;
            }
            for (int i = 1; i < length; i++) {
                char c = text.charAt(i);
                if (!Character.isLetterOrDigit(c) && " -_./@+".indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
