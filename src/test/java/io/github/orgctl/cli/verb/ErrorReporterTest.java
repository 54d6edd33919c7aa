package io.github.orgctl.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.reply.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorReporterTest {
    @Test
    void aResultThatIsTooLargeForMemoryIsNoBug() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ErrorReporter reporter = new ErrorReporter(new Messages(err), false, false);
        assertThat(reporter.report(new OutOfMemoryError("Java heap space"))).isEqualTo(ExitCode.IO);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not enough memory", "hint: use -o ndjson");
    }
}
