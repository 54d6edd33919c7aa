package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.StoredEvent;
import io.github.orgctl.core.model.value.Failure;
import java.util.function.Consumer;

/**
 * Reads the heads from files written by {@code audit export}, with or without the events; several exports may be
 * concatenated.
 */
public final class HeadFile implements Consumer<String> {
    private static final String HINT = "export heads with: orgctl audit export --heads -f FILE";

    private final String path;
    private final KeptHeads heads = new KeptHeads();
    private long line;

    private HeadFile(String path) {
        this.path = path;
    }

    /**
     * @throws Failure USAGE if the file does not exist, contains no heads, or contains anything that is not from an
     *     export; ignoring such lines would make them look verified
     */
    public static KeptHeads read(String path, Input input) {
        HeadFile file = new HeadFile(path);
        input.forEachLine(path, file);
        if (file.heads.isEmpty()) {
            throw Failure.usage(path + " contains no heads of audit logs", HINT);
        }
        return file.heads;
    }

    @Override
    public void accept(String text) {
        line++;
        if (text.isEmpty() || StoredEvent.isLine(text) && !text.endsWith("\r")) {
            return;
        }
        AuditHead head = AuditHead.parse(text);
        if (head == null) {
            throw Failure.usage(
                    path + ", line " + line + ": not a line written by 'orgctl audit export': " + text,
                    "remove additions by other tools, such as a name at the start of each line");
        }
        heads.add(head);
    }
}
