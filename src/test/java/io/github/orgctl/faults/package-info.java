/**
 * What the machine, the disk, the server and other processes may do to a store, and that nothing is lost by it. Each
 * test is short by default; system properties named {@code orgctl.faults.*} make it long ({@code src/bench/faults.sh}).
 */
package io.github.orgctl.faults;
