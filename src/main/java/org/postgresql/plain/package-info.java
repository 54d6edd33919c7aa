/**
 * What PostgreSQL's driver is given so that a short command need not wait for it.
 *
 * <p>{@code src/build/PlainServerDriver.java} copies the driver's classes at build time and makes them use these instead
 * of Java's own:
 *
 * <ul>
 *   <li>{@link org.postgresql.plain.Logger}: java.util.logging takes a fifth of a whole command. The driver logs nothing.
 *   <li>{@link org.postgresql.plain.Calendar}: each connection would make one, and with it load a locale's data. Columns of
 *       dates and times can't be read any more; the store's tables have numbers instead.
 *   <li>{@link org.postgresql.plain.NumberFormat}: reads the server's version, with a locale's data too.
 *   <li>{@link org.postgresql.plain.TimeZone}: the driver sends the name of this machine's time zone with the login, which
 *       the server need not know. UTC does for all.
 *   <li>{@code org.postgresql.util.LazyCleanerImpl}: finds connections that nobody closed, in a thread of its own. The
 *       store closes its connections.
 *   <li>No security manager is looked for, by reflection.
 * </ul>
 *
 * <p>The copies stand before the driver's own on the class path, and the packaged jar leaves the driver's out. The build
 * fails where an upgraded driver has nothing to rename any more. The store goes through plain JDBC and knows nothing of
 * this.
 */
package org.postgresql.plain;
