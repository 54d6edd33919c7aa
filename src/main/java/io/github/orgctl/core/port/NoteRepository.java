package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import java.util.Map;

/** Stores notes on keys. A note is kept when its key is removed and applies again if the key is set. */
public interface NoteRepository {
    /** All notes of the environment by key. */
    Map<Key, Description> all(Id environmentId);

    /** Sets the note of a key; an empty note removes it. */
    void put(Id environmentId, Key key, Description note);

    /** Moves a note to another key and replaces that key's note. */
    void rename(Id environmentId, Key key, Key other);
}
