package io.github.orgctl.cli.command;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.WrittenFile;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.configuration.FilledTemplate;
import io.github.orgctl.core.model.configuration.Template;
import io.github.orgctl.core.model.value.Failure;
import java.util.Set;

/** {@code env render}. */
final class RenderVerb extends ReadVerb {
    private final EnvironmentChoice environment = environmentArgument();
    private final Parameter<String> file = option("-f", "--file", Types.file(), "Template file; - for standard input")
            .mandatory();
    private final Parameter<String> out =
            option("--out", Types.file().labelled("FILE"), "Write to a file instead of standard output");
    private final Parameter<Boolean> withSecrets = flag("--with-secrets", "Allow the template to name secrets");
    private final Parameter<Boolean> check =
            flag("--check", "Only check whether the file of --out is up to date (exit 1 if it is not)");
    private final Parameter<Boolean> force = flag("--force", "Overwrite an existing file");
    private Template template;
    private byte[] present;

    RenderVerb() {
        super("render", "Fill a template with the values of an environment", null);
        referenceTimeoutOption();
        details("In the template, {{KEY}} stands for the value of a key: strings without quotes, other values as JSON."
                + " {{{{ stands for two braces. Everything else is copied as is. A name that the environment doesn't have"
                + " is an error. --output does not apply. A file with secrets is readable only by its owner.");
        example("Print a filled template", "orgctl env render website:sandbox -f app.conf.tmpl");
        example(
                "Write a file with secrets, replacing an existing one",
                "orgctl env render website:live -f app.conf.tmpl --out app.conf --with-secrets --force");
        example(
                "Check in CI whether a file is up to date",
                "orgctl env render website:live -f app.conf.tmpl --out app.conf --with-secrets --check");
    }

    @Override
    protected void read(Input input) {
        if (check.isGiven() && (!toFile() || force.isGiven())) {
            throw Failure.usage("--check requires --out FILE and writes nothing", "name the file to check with --out");
        }
        template = Template.parse(input.text(file.value()));
        present = check.isGiven() ? input.bytesIfThere(out.value()) : null;
    }

    private boolean toFile() {
        return out.isGiven() && !out.value().equals("-");
    }

    @Override
    protected boolean leavesEvent() {
        return withSecrets.isGiven();
    }

    @Override
    protected Reply execute(Services services) {
        FilledTemplate filled = services.templates().fill(environment.reference(), template, withSecrets.isGiven());
        if (check.isGiven()) {
            return checked(filled);
        }
        return toFile()
                ? Reply.nothing()
                        .writing(new WrittenFile(
                                out.value(), filled.text(), filled.publicText(), Set.of(), force.isGiven()))
                : Reply.exactText(filled.text());
    }

    private Reply checked(FilledTemplate filled) {
        boolean current = filled.isIn(present);
        String state = present == null ? " does not exist" : current ? " is up to date" : " is out of date";
        return Reply.nothing().notice(out.value() + state).answering(current);
    }
}
