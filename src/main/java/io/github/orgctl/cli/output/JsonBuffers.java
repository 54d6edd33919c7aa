package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;

/**
 * The buffers of one JSON generator, which are new rather than recycled: Jackson recycles them with atomic references,
 * and the first of those makes Java set up its variable handles.
 */
final class JsonBuffers extends IOContext {
    private static final int BYTES = 8000;
    private static final int CHARACTERS = 4000;

    JsonBuffers() {
        super(
                StreamReadConstraints.defaults(),
                JsonLimits.noneForWriting(),
                ErrorReportConfiguration.defaults(),
                null,
                ContentReference.unknown(),
                false);
    }

    @Override
    public byte[] allocWriteEncodingBuffer() {
        return new byte[BYTES];
    }

    @Override
    public void releaseWriteEncodingBuffer(byte[] buffer) {
        // Left to the garbage collector.
    }

    @Override
    public char[] allocConcatBuffer() {
        return new char[CHARACTERS];
    }

    @Override
    public void releaseConcatBuffer(char[] buffer) {
        // Left to the garbage collector.
    }

    @Override
    public void close() {
        // There is no pool to give anything back to.
    }
}
