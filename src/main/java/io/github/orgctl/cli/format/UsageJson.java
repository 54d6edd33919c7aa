package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.UsageSource;
import java.io.IOException;
import java.util.function.Supplier;

/** Reads usage from NDJSON. */
final class UsageJson extends JsonRows<NewUsage> {
    private final UsageSource.Reader reader;

    UsageJson(UsageSource.Reader reader) {
        this.reader = reader;
    }

    @Override
    Supplier<NewUsage> object(JsonParser parser) throws IOException {
        String[] values = new String[UsageFields.NAMES.size()];
        boolean hasFirst = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int place = UsageFields.place(name);
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue()) {
                throw Failure.usage("more than one value for '" + name + "'");
            }
            boolean goesFirst = UsageFields.goesFirst(name);
            if (place > 0 || place == 0 && (goesFirst || !hasFirst)) {
                values[place] = value == JsonToken.VALUE_NULL ? null : parser.getText();
            }
            hasFirst |= goesFirst;
        }
        return () -> UsageFields.usage(values);
    }

    @Override
    void row(long line, NewUsage usage) {
        reader.usage(line, usage);
    }

    @Override
    void malformed(long line, Failure failure) {
        reader.malformed(line, failure);
    }

    @Override
    Failure tooLong() {
        return Failure.usage("the line is too long for a usage record");
    }

    @Override
    Failure notOne() {
        return Failure.usage(
                "not a single JSON object",
                "write one object per line with the fields " + String.join(", ", UsageFields.NAMES));
    }
}
