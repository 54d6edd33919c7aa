package io.github.orgctl.cli.help;

import io.github.orgctl.cli.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A page of help under construction, in one of its forms: text for a terminal or a manual page. */
public interface HelpPage {
    /** Adds a paragraph. */
    HelpPage paragraph(String words);

    /** Adds a titled section with a paragraph. */
    HelpPage section(String title, String words);

    /** Adds a titled section with lines as they are. */
    HelpPage lines(String title, List<String> lines);

    /** Adds a titled section with two columns; nothing if there are no rows. */
    HelpPage table(String title, List<String[]> rows);

    /** Adds rows of columns without a title. */
    HelpPage rows(List<String[]> rows);

    /** Adds a titled section with the options among parameters; nothing if there are none. */
    default HelpPage options(String title, List<Parameter<?>> parameters) {
        List<String[]> rows = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption()) {
                rows.add(new String[] {Synopsis.option(parameter), Synopsis.description(parameter)});
            }
        }
        return table(title, rows);
    }
}
