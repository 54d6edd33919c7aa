package io.github.orgctl.cli.command;

import io.github.orgctl.cli.format.ExportFormat;
import io.github.orgctl.cli.host.WrittenFile;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.VariablesVerb;
import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Count;

/** {@code env export}. */
final class ExportVerb extends VariablesVerb {
    private final EnvironmentChoice environment = environmentArgument();
    private final Parameter<ExportFormat> format = option(
                    "--format", Types.exportFormat(), "Format: dotenv, shell, json, yaml, properties or k8s")
            .mandatory();
    private final Parameter<Key> only =
            option("--only", EnvironmentTypes.key().labelled("PREFIX"), "Only this key and the keys below it");
    private final Parameter<Boolean> withSecrets = flag("--with-secrets", "Include secrets in plain text");
    private final Parameter<String> file =
            option("-f", "--file", Types.file(), "Write to a file instead of standard output");
    private final Parameter<Boolean> force = flag("--force", "Overwrite an existing file");

    private final Parameter<Boolean> allowLoaders = flag(
            "--allow-loader-variables",
            "Allow variables that change which programs run, such as PATH or LD_PRELOAD, in shell,"
                    + " dotenv and k8s");

    ExportVerb() {
        super("export", "Export the values of an environment for other programs");
        details("Names are derived from keys: auth.mfa.enabled becomes AUTH_MFA_ENABLED. Strings are"
                + " written unquoted, other values as JSON. --output does not apply. An existing file with"
                + " other content is overwritten only with --force. A file with secrets is readable only by"
                + " its owner. With --fallback, the values are also kept in an encrypted file, which is used with a"
                + " warning if the store is busy or can't be reached.");
        example("Set shell variables", "eval \"$(orgctl env export website --mode sandbox --format shell)\"");
        example(
                "Write a dotenv file, replacing an existing one",
                "orgctl env export website:live --format dotenv -f .env --force");
        example(
                "Write the keys below api as a Kubernetes ConfigMap",
                "orgctl env export website:live --format k8s --only api");
        example(
                "Use a snapshot of the values if the store can't be reached",
                "orgctl env export website:live --format json --fallback live.snapshot");
    }

    @Override
    protected boolean leavesEvent() {
        return withSecrets.isGiven();
    }

    @Override
    protected VariableSelection selection() {
        return new VariableSelection(
                environment.reference(),
                Action.ENV_EXPORT,
                only.value(),
                withSecrets.isGiven(),
                allowLoaders.isGiven() || !format.value().becomesEnvironment());
    }

    @Override
    protected Reply reply(Variables variables) {
        boolean toFile = file.isGiven() && !file.value().equals("-");
        Reply reply = toFile ? Reply.nothing().writing(written(variables)) : Reply.text(text(variables));
        int left = variables.secretsLeftOut();
        return reply.notices(variables.warnings())
                .noticeIf(left > 0, Count.of(left, "secret") + " left out; include with --with-secrets");
    }

    private WrittenFile written(Variables variables) {
        return new WrittenFile(
                file.value(), text(variables), text(variables.withoutSecrets()), variables.names(), force.isGiven());
    }

    private String text(Variables variables) {
        return format.value().write(variables);
    }
}
