package io.github.orgctl.cli.exchange;

import io.github.orgctl.cli.Input;
import io.github.orgctl.core.model.AuditHead;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.KeptHeads;

/** Reads the heads out of what {@code audit export} wrote, with or without the events; also of several such files. */
public final class HeadFile {
    private HeadFile() {}

    /**
     * @throws Failure USAGE when there is no such file, or it holds no heads
     */
    public static KeptHeads read(String path, Input input) {
        KeptHeads heads = new KeptHeads();
        input.forEachLine(path, line -> {
            AuditHead head = AuditHead.parse(line);
            if (head != null) {
                heads.add(head);
            }
        });
        if (heads.isEmpty()) {
            throw Failure.usage(
                    path + " holds no heads of audit trails", "write some with: orgctl audit export --heads -f FILE");
        }
        return heads;
    }
}
