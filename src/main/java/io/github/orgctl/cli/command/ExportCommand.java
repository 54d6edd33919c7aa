package io.github.orgctl.cli.command;

import io.github.orgctl.cli.document.DocumentFormat;
import io.github.orgctl.cli.document.DocumentWriter;
import io.github.orgctl.cli.host.WrittenFolder;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.OrganizationDocument;
import io.github.orgctl.core.document.PricePlanDocument;
import io.github.orgctl.core.document.ProjectDocument;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class ExportCommand extends Noun {
    private static final String SUMMARY = "Export organizations and projects as documents";

    public ExportCommand() {
        super("export", SUMMARY, new Export());
    }

    private static final class Export extends ReadVerb {
        private final Parameter<ProjectReference> project = projectOption("Only this project");
        private final Parameter<Mode> mode = option("--mode", EnvironmentTypes.mode(), "Only this mode");
        private final Parameter<Boolean> withIds =
                flag("--with-ids", "Include IDs, so that renamed resources are recognized");
        private final Parameter<DocumentFormat> format =
                option("--format", Types.documentFormat(), "Format of the documents: yaml or json (default: yaml)");
        private final Parameter<String> folder = option(
                "--dir",
                Types.file().labelled("DIR"),
                "Write a file per organization and project to this folder; unchanged files are not touched");

        Export() {
            super("", SUMMARY, null);
            details("Exports all organizations, or the one given by --org. The same store gives the same bytes."
                    + " Secrets are exported as references or names, never as values.");
            example("Print all organizations", "orgctl export");
            example("Write one organization to a file", "orgctl export --org acme > acme.yaml");
            example("Write a file for each project", "orgctl export --dir config");
            example(
                    "Print one environment as JSON",
                    "orgctl export --project acme/website --mode sandbox --format json");
        }

        @Override
        protected Reply execute(Services services) {
            DocumentSet documents = services.documents().export(project.value(), mode.value(), withIds.isGiven());
            DocumentFormat language = format.orElse(DocumentFormat.YAML);
            return folder.isGiven()
                    ? Reply.nothing().writing(new WrittenFolder(folder.value(), files(documents, language)))
                    : Reply.text(language.write(DocumentWriter.nested(documents)));
        }

        /** One file for each organization and each project, by path. */
        private static Map<String, String> files(DocumentSet documents, DocumentFormat language) {
            Map<String, String> files = new LinkedHashMap<>();
            // No slug has an underscore, so that these are never taken for an organization or a project.
            if (documents.issuer() != null) {
                files.put("billing_issuer." + language, language.write(List.of(DocumentWriter.of(documents.issuer()))));
            }
            for (PricePlanDocument pricePlan : documents.pricePlans()) {
                files.put(
                        "price_plans/" + pricePlan.name() + "." + language,
                        language.write(List.of(DocumentWriter.of(pricePlan))));
            }
            for (OrganizationDocument organization : documents.organizations()) {
                files.put(
                        organization.slug() + "." + language, language.write(List.of(DocumentWriter.of(organization))));
            }
            for (ProjectDocument project : documents.projects()) {
                files.put(project.address() + "." + language, language.write(List.of(DocumentWriter.of(project))));
            }
            return files;
        }
    }
}
