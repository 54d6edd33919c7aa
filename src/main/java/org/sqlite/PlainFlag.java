package org.sqlite;

/** What the driver has instead of an AtomicBoolean, the first of which makes Java set up its variable handles. */
public final class PlainFlag {
    private volatile boolean value;

    public PlainFlag(boolean value) {
        this.value = value;
    }

    public boolean get() {
        return value;
    }

    public void set(boolean other) {
        value = other;
    }
}
