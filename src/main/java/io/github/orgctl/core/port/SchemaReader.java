package io.github.orgctl.core.port;

/** Understands JSON Schema. */
public interface SchemaReader {
    /**
     * Reads a schema. Nothing is ever fetched from elsewhere for it.
     *
     * @throws io.github.orgctl.core.model.value.Failure USAGE when the text is not JSON, not a JSON Schema of 2020-12, refers
     *     to what is not in it, or has an {@code x-orgctl} that is unknown or stands where it can't work
     */
    ProjectSchema read(String text);
}
