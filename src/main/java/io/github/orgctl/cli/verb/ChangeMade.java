package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.Result;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.kernel.ShellWord;
import java.util.ArrayList;
import java.util.List;

/**
 * A completed change, in the store or outside.
 *
 * @param what description of the change
 * @param inspection command that shows it
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
        Verb show = noun.verb("show");
        if (rows.reference == null || show == null) {
            return "orgctl audit list --since 10m";
        }
        String command = "orgctl " + noun.name() + " show";
        return takesArgument(show) ? command + " " + ShellWord.of(rows.reference) : command;
    }

    private static boolean takesArgument(Verb show) {
        for (Parameter<?> parameter : show.parameters()) {
            if (!parameter.isOption()) {
                return true;
            }
        }
        return false;
    }

    /** The options that identify where it was made. */
    private static String context(GlobalOptions options) {
        return option(" --store ", options.store) + option(" --org ", options.org);
    }

    private static String option(String name, Parameter<String> parameter) {
        return parameter.isGiven() ? name + ShellWord.of(parameter.value()) : "";
    }

    /** Collects the names of a result's rows. */
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
