package io.github.orgctl.core.model.configuration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A template with the values of an environment.
 *
 * @param text what it says
 * @param publicText the same with stars for secrets: all of it that may be shown
 */
public record FilledTemplate(String text, String publicText) {
    /** Whether a file with this content holds it. */
    public boolean isIn(byte[] content) {
        return Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8));
    }
}
