package org.postgresql.plain;

/** Stands where each connection has a calendar, for columns of dates and times, and can do nothing. */
public final class Calendar {}
