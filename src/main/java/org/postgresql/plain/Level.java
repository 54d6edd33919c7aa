package org.postgresql.plain;

/** A level of messages, none of which is logged. */
public final class Level {
    public static final Level SEVERE = new Level();
    public static final Level WARNING = SEVERE;
    public static final Level INFO = SEVERE;
    public static final Level FINE = SEVERE;
    public static final Level FINER = SEVERE;
    public static final Level FINEST = SEVERE;

    private Level() {}
}
