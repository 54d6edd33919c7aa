/**
 * Replacements for three classes of the SQLite JDBC driver, which cost a third of a short command's time: its loader
 * looks through the temporary folder and reads its version from the jar (13 ms), one date format is made for each
 * connection (30 ms), and its logger starts java.util.logging (5 to 14 ms).
 *
 * <p>They stand before the driver's own on the class path, and the packaged jar leaves the driver's out. They rest on
 * what the rest of the driver calls in version {@value org.sqlite.SQLiteJDBCLoader#VERSION}; {@code DriverPinTest} fails
 * when that version or those calls change. The store goes through plain JDBC and knows nothing of this.
 */
package org.sqlite;
