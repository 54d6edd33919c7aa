/**
 * Random commands against a store, with a model of the state that they should leave beside it. Short in {@code mvn
 * verify}, long in {@code src/bench/soak.sh}.
 */
package io.github.orgctl.soak;
