/**
 * What SQLite's driver is given so that a short command need not wait for it; together it cost a third of such a
 * command's time.
 *
 * <ul>
 *   <li>Three classes are replaced: the loader looks through the temporary folder and reads its version from the jar
 *       (13 ms), one date format is made for each connection (30 ms), and the logger starts java.util.logging (5 to 14
 *       ms).
 *   <li>All others are the driver's own, copied at build time by {@code src/build/PlainDriver.java} without lambdas,
 *       reflection on enums, variable handles, and the regular expressions and the format that every connection would wait
 *       for (15 to 20 ms). Column type names and
 *       generated keys, which need those expressions, are not found any more; the store never asks for them.
 * </ul>
 *
 * <p>They stand before the driver's own on the class path, and the packaged jar leaves the driver's out. They rest on
 * version {@value org.sqlite.SQLiteJDBCLoader#VERSION}; {@code DriverPinTest} fails when that version or what they rest on
 * changes. The store goes through plain JDBC and knows nothing of this.
 */
package org.sqlite;
