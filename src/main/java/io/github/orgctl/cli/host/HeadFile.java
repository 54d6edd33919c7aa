package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.StoredEvent;
import io.github.orgctl.core.model.value.Failure;
import java.util.function.Consumer;

/** Reads the heads out of what {@code audit export} wrote, with or without the events; also of several such files. */
public final class HeadFile implements Consumer<String> {
    private static final String HINT = "export heads with: orgctl audit export --heads -f FILE";

    private final String path;
    private final KeptHeads heads = new KeptHeads();
    private long line;

    private HeadFile(String path) {
        this.path = path;
    }

    /**
     * @throws Failure USAGE when there is no such file, or it holds no heads, or anything else than an export does: what
     *     was passed over would seem to fit
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
