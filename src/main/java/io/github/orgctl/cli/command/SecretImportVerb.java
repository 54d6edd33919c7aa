package io.github.orgctl.cli.command;

import io.github.orgctl.cli.format.ImportFormat;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.BulkEditVerb;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.model.configuration.ExistingSecrets;
import io.github.orgctl.core.model.configuration.GivenSecrets;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;

/** {@code secret import}. */
final class SecretImportVerb extends BulkEditVerb {
    private final Parameter<String> file = option("-f", "--file", Types.file(), "File to import; - for standard input")
            .mandatory();
    private final Parameter<ImportFormat> format =
            option("--format", Types.importFormat(), "File format: json, yaml or dotenv (default: from the file name)");
    private final Parameter<Key> only =
            option("--only", EnvironmentTypes.key().labelled("PREFIX"), "Only this key and the keys below it");
    private final Parameter<Boolean> skipExisting = flag("--skip-existing", "Skip secrets that already exist");
    private final Parameter<Boolean> overwrite = flag("--overwrite", "Overwrite secrets that have another value");
    private final Parameter<Boolean> allowEmpty = flag("--allow-empty", "Allow empty values");
    private GivenSecrets secrets;

    SecretImportVerb() {
        super("import", "Import secrets from a file atomically", Gate.CRITICAL);
        environmentArgument();
        details("Values are taken as they are written: nothing is interpolated, and numbers keep their digits."
                + " In JSON and YAML, the members of objects become dotted keys. Dotenv names are matched to"
                + " existing secrets by their exported name; other names become keys as they are. A key that"
                + " holds a configuration value is refused. Changes of live have to be confirmed.");
        example("Import a dotenv file", "orgctl secret import -f .env --env website --mode sandbox");
        example(
                "Import the keys below stripe, overwriting other values",
                "orgctl secret import -f secrets.json --only stripe --overwrite --env website:sandbox");
        example(
                "Pipe secrets into live without a file on disk",
                "sops -d secrets.yaml | orgctl secret import -f - --format yaml --env website:live --yes");
    }

    @Override
    protected void read(Input from) {
        if (skipExisting.isGiven() && overwrite.isGiven()) {
            throw Failure.usage("--skip-existing and --overwrite contradict each other", "leave out one of the two");
        }
        ImportFormat known = format.isGiven() ? format.value() : ImportFormat.ofFile(file.value());
        GivenSecrets given = known.readSecrets(from.document(file.value()));
        secrets = allowEmpty.isGiven() ? given.allowingEmpty() : given;
    }

    @Override
    protected PendingUpdate update(Services services) {
        return services.secrets().load(edit(), secrets, only.value(), existing());
    }

    private ExistingSecrets existing() {
        if (overwrite.isGiven()) {
            return ExistingSecrets.OVERWRITE;
        }
        return skipExisting.isGiven() ? ExistingSecrets.SKIP : ExistingSecrets.REFUSE;
    }
}
