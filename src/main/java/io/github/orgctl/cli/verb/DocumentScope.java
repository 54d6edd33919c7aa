package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.document.DocumentFiles;
import io.github.orgctl.cli.document.DocumentReader;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.PlanRequest;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import java.util.List;

/** Parameters that select documents and a part of them. */
public final class DocumentScope {
    private final Parameter<List<String>> files;
    private final Parameter<ProjectReference> project;
    private final ChangeGates gates;
    private DocumentSet documents;

    DocumentScope(Verb verb) {
        files = verb.option(
                "-f",
                "--file",
                Types.file().many(),
                "Documents in YAML or JSON: a file, a folder, or - for standard input");
        project = verb.projectOption("Only this project of the documents");
        gates = new ChangeGates(verb);
    }

    public boolean isGiven() {
        return files.isGiven();
    }

    /** Whether any documents are given. */
    public boolean isAnyGiven() {
        return files.isGiven() || project.isGiven() || gates.isAnyGiven();
    }

    /** Whether any gate is opened. */
    public boolean opensAny() {
        return gates.isAnyGiven();
    }

    /** Reads the documents, once. */
    public void read(Input input) {
        documents = DocumentReader.read(DocumentFiles.read(input, files.value()));
    }

    public PlanRequest request(Services services, Description message) {
        DocumentSet scoped = services.documents().scoped(documents, project.value());
        return new PlanRequest(scoped, gates.opened(), message);
    }
}
