package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.Result;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.kernel.ShellWord;
import java.util.ArrayList;
import java.util.List;

/**
 * A change that is kept in the store.
 *
 * @param what it made
 * @param inspection the command that shows it
 */
record ChangeMade(String what, String inspection) {
    private static final int MOST_NAMED = 3;

    static ChangeMade by(Invocation invocation, Reply reply) {
        Rows rows = new Rows();
        reply.result().forEach(rows);
        String what = rows.names.isEmpty() ? invocation.name() : rows.text();
        return new ChangeMade(
                reply.made() == null ? what : reply.made(),
                inspection(invocation, reply, rows) + context(invocation.options()));
    }

    private static String inspection(Invocation invocation, Reply reply, Rows rows) {
        if (reply.inspection() != null) {
            return reply.inspection();
        }
        Noun noun = invocation.noun();
        return rows.reference != null && noun.verb("show") != null
                ? "orgctl " + noun.name() + " show " + ShellWord.of(rows.reference)
                : "orgctl audit list --since 10m";
    }

    /** The options that say where it was made. */
    private static String context(GlobalOptions options) {
        return option(" --store ", options.store) + option(" --org ", options.org);
    }

    private static String option(String name, Parameter<String> parameter) {
        return parameter.isGiven() ? name + ShellWord.of(parameter.value()) : "";
    }

    /** The names of a result's rows. */
    private static final class Rows implements Result.Resources {
        private final List<String> names = new ArrayList<>();
        private int more;
        private String reference;

        @Override
        public <T> void add(Shape<T> shape, T row) {
            if (names.size() == MOST_NAMED) {
                more++;
                reference = null;
                return;
            }
            String id = shape.id(row);
            String named = shape.reference(row);
            reference = names.isEmpty() ? named : null;
            names.add(shape.name() + " " + named + (named.equals(id) ? "" : " (" + id + ")"));
        }

        private String text() {
            return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
        }
    }
}
