package io.github.orgctl.cli.document;

import io.github.orgctl.cli.host.AtomicFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.core.document.ChangeGate;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.PlanRequest;
import io.github.orgctl.core.document.PlannedChange;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.document.Precondition;
import io.github.orgctl.core.document.SavedPlan;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes and reads a saved plan: one line of JSON that ends with a digest, so that modified files are detected. */
public final class SavedPlanFile {
    private static final String BEGINNING = "{\"orgctlPlan\":1,";

    private static final String DIGEST = ",\"digest\":\"";
    private static final String END = "\"}\n";
    private static final int DIGEST_LENGTH = 64;

    private SavedPlanFile() {}

    public static String write(SavedPlan saved) {
        ChangePlan plan = saved.plan();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("message", saved.request().message());
        map.put("opened", PlanJson.words(plan.opened()));
        List<Object> anchors = new ArrayList<>();
        for (AuditHead anchor : saved.anchors()) {
            anchors.add(anchor.line());
        }
        if (saved.store() != null) {
            map.put("store", saved.store().toString());
        }
        map.put("anchors", anchors);
        List<Object> preconditions = new ArrayList<>();
        for (Precondition each : plan.preconditions()) {
            Map<String, Object> precondition = new LinkedHashMap<>();
            precondition.put("address", each.address());
            precondition.put("state", each.state());
            preconditions.add(precondition);
        }
        map.put("preconditions", preconditions);
        map.put("changes", PlanJson.changes(plan.changes()));
        map.put(
                "documents",
                new ArrayList<Object>(DocumentWriter.nested(saved.request().documents())));
        String json = DocumentJson.line(map);
        String content = BEGINNING + json.substring(1, json.length() - 1);
        return content + DIGEST + Sha256.of(content) + END;
    }

    /**
     * Reads a saved plan.
     *
     * @param path relative to the working directory, or {@code -} for standard input
     * @throws Failure USAGE if it is not a saved plan; REFUSED if it was modified; IO if it can't be read
     */
    public static SavedPlan load(Input input, String path) {
        String name = path.equals("-") ? "standard input" : path;
        try {
            return read(name, new String(input.bytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + path, missing);
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + name + ": " + AtomicFile.reason(unreadable), unreadable);
        }
    }

    /**
     * Deletes the earlier plan at a path before a new one is saved, so that it is never mistaken for the new one.
     *
     * @throws Failure REFUSED if the path is another file
     */
    public static void discard(Input input, String path) {
        Path file = input.resolve(path);
        try {
            if (!Files.exists(file)) {
                return;
            }
            if (!isSavedPlan(file)) {
                throw new Failure(
                        Failure.Kind.REFUSED, path + " already exists and is not a saved plan", "choose another file");
            }
            Files.delete(file);
        } catch (IOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't replace " + path + ": " + AtomicFile.reason(unreadable), unreadable);
        }
    }

    private static boolean isSavedPlan(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] beginning = BEGINNING.getBytes(StandardCharsets.UTF_8);
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(beginning.length), beginning);
        }
    }

    /** @throws Failure USAGE if it is not a saved plan; REFUSED if it was modified */
    private static SavedPlan read(String name, String text) {
        String content = content(name, text);
        DocumentNodes nodes = new DocumentNodes(new DocumentProblems());
        JsonDocuments.read(name, content + "}", nodes);
        nodes.problems().check();
        DocumentNode all = nodes.documents().get(0);
        DocumentSet documents = DocumentReader.read(items(all, "documents"), nodes.problems());
        Set<ChangeGate> opened = EnumSet.noneOf(ChangeGate.class);
        opened.addAll(gates(all, "opened"));
        List<AuditHead> anchors = new ArrayList<>();
        for (DocumentNode anchor : items(all, "anchors")) {
            anchors.add(anchor(anchor));
        }
        List<Precondition> preconditions = new ArrayList<>();
        for (DocumentNode each : items(all, "preconditions")) {
            preconditions.add(new Precondition(text(each, "address"), text(each, "state")));
        }
        List<PlannedChange> changes = new ArrayList<>();
        for (DocumentNode change : items(all, "changes")) {
            changes.add(change(change));
        }
        return new SavedPlan(
                new PlanRequest(documents, opened, new Description(text(all, "message"))),
                has(all, "store") ? store(all) : null,
                anchors,
                new ChangePlan(changes, opened, preconditions, List.of()));
    }

    /** The content before the digest. */
    private static String content(String name, String text) {
        int end = text.length() - END.length() - DIGEST_LENGTH - DIGEST.length();
        boolean complete = end > 0 && text.startsWith(DIGEST, end) && text.endsWith(END);
        if (complete && text.startsWith(Sha256.of(text.substring(0, end)), end + DIGEST.length())) {
            return text.substring(0, end);
        }
        if (!text.startsWith(BEGINNING.substring(0, 2)) || text.indexOf('\n') < text.length() - 2) {
            throw Failure.usage(name + " is not a saved plan", "apply documents with -f");
        }
        boolean lineEndings = text.indexOf('\r') >= 0;
        throw new Failure(
                Failure.Kind.REFUSED,
                name + " was modified after the plan was saved" + (lineEndings ? ": its line endings changed" : ""),
                lineEndings ? "disable line ending conversion for the file, or save a new plan" : "save a new plan");
    }

    private static PlannedChange change(DocumentNode node) {
        return new PlannedChange(
                named(Operation.values(), text(node, "operation"), node),
                named(Resource.values(), text(node, "resource"), node),
                text(node, "address"),
                has(node, "key") ? text(node, "key") : null,
                json(node, "before"),
                json(node, "after"),
                gates(node, "gates"));
    }

    private static AuditHead anchor(DocumentNode node) {
        AuditHead head = node.kind() == DocumentNode.Kind.STRING ? AuditHead.parse(node.text()) : null;
        if (head == null) {
            throw malformed(node);
        }
        return head;
    }

    private static StoreIdentity store(DocumentNode all) {
        StoreIdentity store = StoreIdentity.parse(text(all, "store"));
        if (store == null) {
            throw malformed(all);
        }
        return store;
    }

    private static boolean has(DocumentNode node, String name) {
        return node.kind() == DocumentNode.Kind.OBJECT && node.members().containsKey(name);
    }

    private static DocumentNode member(DocumentNode node, String name, DocumentNode.Kind kind) {
        DocumentNode member = has(node, name) ? node.members().get(name) : null;
        if (member == null || member.kind() != kind) {
            throw malformed(node);
        }
        return member;
    }

    private static String text(DocumentNode node, String name) {
        return member(node, name, DocumentNode.Kind.STRING).text();
    }

    private static List<DocumentNode> items(DocumentNode node, String name) {
        return member(node, name, DocumentNode.Kind.LIST).items();
    }

    private static String json(DocumentNode node, String name) {
        return has(node, name) ? node.members().get(name).json() : null;
    }

    private static List<ChangeGate> gates(DocumentNode node, String name) {
        List<ChangeGate> gates = new ArrayList<>();
        for (DocumentNode word : items(node, name)) {
            gates.add(named(ChangeGate.values(), word.text(), word));
        }
        return gates;
    }

    private static <T> T named(T[] values, String word, DocumentNode node) {
        for (T value : values) {
            if (value.toString().equals(word)) {
                return value;
            }
        }
        throw malformed(node);
    }

    private static Failure malformed(DocumentNode node) {
        return Failure.usage(node.place() + ": this is not part of a saved plan");
    }
}
