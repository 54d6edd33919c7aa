package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;

/**
 * Disables the limits of the JSON library. Input is limited by {@code Value}, with messages that name the key, and
 * stored values must be readable whatever their size.
 */
public final class JsonLimits {
    private JsonLimits() {}

    public static StreamReadConstraints none() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
    }

    public static StreamWriteConstraints noneForWriting() {
        return StreamWriteConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .build();
    }
}
