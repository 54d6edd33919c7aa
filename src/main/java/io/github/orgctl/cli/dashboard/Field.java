package io.github.orgctl.cli.dashboard;

import java.util.List;

/**
 * Field of a form.
 *
 * @param choices the values it can have, or empty for any text
 */
record Field(String label, String initial, List<String> choices) {
    static Field text(String label, String initial) {
        return new Field(label, initial, List.of());
    }
}
