package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.github.orgctl.cli.text.Visible;
import java.io.IOException;
import java.io.Writer;
import org.yaml.snakeyaml.DumperOptions;

/** Creates generators that quote multi-line strings if they contain unsafe characters. */
final class YamlGenerators extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    YamlGenerators(YAMLFactoryBuilder builder) {
        super(builder);
    }

    @Override
    protected YAMLGenerator _createGenerator(Writer out, IOContext context) throws IOException {
        return new YAMLGenerator(
                context, _generatorFeatures, _yamlGeneratorFeatures, _quotingChecker, _objectCodec, out, _version) {
            // By default it would write a block scalar, in which escapes have no meaning.
            @Override
            public void writeString(String text) throws IOException {
                if (text.indexOf('\n') >= 0 && !Visible.block(text).equals(text)) {
                    _verifyValueWrite("write String value");
                    _writeScalar(text, "string", DumperOptions.ScalarStyle.DOUBLE_QUOTED);
                } else {
                    super.writeString(text);
                }
            }

            @Override
            public void writeString(char[] text, int offset, int length) throws IOException {
                writeString(new String(text, offset, length));
            }
        };
    }
}
