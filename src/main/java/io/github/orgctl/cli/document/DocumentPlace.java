package io.github.orgctl.cli.document;

/**
 * Position in a file.
 *
 * @param line from 1
 * @param column from 1
 */
record DocumentPlace(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
