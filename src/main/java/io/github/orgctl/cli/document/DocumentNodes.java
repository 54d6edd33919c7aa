package io.github.orgctl.cli.document;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects documents while files of any format are read, within limits. */
final class DocumentNodes {
    /** Levels of a document around a value of maximum depth. */
    private static final int AROUND = 8;

    private static final int MAX_LEVELS = Value.MAX_LEVELS + Key.MAX_SEGMENTS + AROUND;
    private static final int MAX_NODES = 2_000_000;

    private final DocumentProblems problems;
    private final List<DocumentNode> documents = new ArrayList<>();
    private int nodes;
    private int level;

    DocumentNodes(DocumentProblems problems) {
        this.problems = problems;
    }

    DocumentProblems problems() {
        return problems;
    }

    List<DocumentNode> documents() {
        return documents;
    }

    void add(DocumentNode document) {
        documents.add(document);
    }

    DocumentNode string(String text, DocumentPlace place) {
        count(place);
        if (!Text.isWhole(text)) {
            problems.add(place, "unpaired surrogate");
            return DocumentNode.string("", place);
        }
        return DocumentNode.string(text, place);
    }

    DocumentNode literal(String json, DocumentPlace place) {
        count(place);
        return DocumentNode.literal(json, place);
    }

    DocumentNode begin(boolean isObject, DocumentPlace place) {
        count(place);
        level++;
        if (level > MAX_LEVELS) {
            throw Failure.usage(place + ": nested more than " + Value.MAX_LEVELS + " levels deep");
        }
        return isObject ? DocumentNode.object(place) : DocumentNode.list(place);
    }

    void end() {
        level--;
    }

    /** Begins a member of an object. */
    void name(DocumentNode object, String name, DocumentPlace place) {
        DocumentPlace first = object.name(name, place);
        if (first != null) {
            problems.add(place, "duplicate key '" + name + "', first in line " + first.line());
        }
    }

    private void count(DocumentPlace place) {
        nodes++;
        if (nodes > MAX_NODES) {
            throw Failure.usage(place + ": more than " + MAX_NODES + " values", "split the documents");
        }
    }
}
