package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.AuditEventShape.AUDIT_EVENT;
import static io.github.orgctl.cli.shape.ChainVerdictShape.CHAIN_VERDICT;

import io.github.orgctl.cli.host.HeadFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.OutputFile;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.AccessTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.audit.AuditPositions;
import io.github.orgctl.core.audit.AuditQuery;
import io.github.orgctl.core.audit.Verification;
import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.audit.Actor;
import io.github.orgctl.core.model.audit.EventReference;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.Listing;

public final class AuditCommand extends Noun {
    public AuditCommand() {
        super("audit", "The audit trail: who changed what, and proof of it", new ListAll(), new Verify(), new Export());
    }

    private static final class ListAll extends ListVerb<EventReference> {
        private final AuditPositions positions = new AuditPositions();
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "List the events of all organizations, by time.");
        private final Parameter<ProjectReference> project = option(
                "--project",
                ResourceTypes.project(),
                "Only what happened to this project; to one that is deleted or purged by its id.");
        private final Parameter<Actor> actor = option(
                "--member",
                "--actor",
                AccessTypes.actor(),
                "Only what this person did, or the local operator os:USER@HOST.");
        private final Parameter<String> target = option(
                "--target",
                AccessTypes.target(),
                "Only what was done to this, as it was called then: an address, ORG, ORG/PROJECT, ORG/PROJECT:MODE.");
        private final Parameter<ActionPattern> action = option(
                "--action",
                AccessTypes.actionPattern(),
                "Only actions that fit, such as 'project.*', where * stands for any characters.");
        private final Parameter<Until> since =
                option("--since", Types.until(), "Only from this time or day on, or from so long ago.");
        private final Parameter<Until> until =
                option("--until", Types.until(), "Only before this time or day, or before so long ago.");
        private final Parameter<Boolean> follow =
                flag("--follow", "Go on with the events that come, until interrupted.");

        ListAll() {
            super("list", "List what happened, the oldest first", AUDIT_EVENT, AccessTypes.event());
            details("Events of one organization come in the order of its trail, those of several by time; --sort takes"
                    + " at, sequence, actor, action, target and organizationId. --after names an event by its sequence,"
                    + " or ORG/SEQUENCE. The trail of an organization that was purged can be read by the local"
                    + " operator, with --org ID. Events of billing, invitations and tokens are shown to admins, who may read"
                    + " those themselves.");
            example("orgctl audit list --since 24h");
            example("orgctl audit list --project website --action 'secret.*' -o json");
            example("orgctl audit list --all-orgs --actor ann@example.com --sort at:desc --limit 20");
            example("orgctl audit list --target ann@example.com --since 2w");
            example("orgctl audit list --follow -o ndjson");
        }

        @Override
        protected boolean isFollowing() {
            return follow.isGiven();
        }

        @Override
        protected Reply execute(Services services) {
            AuditQuery query = new AuditQuery(
                    allOrganizations.isGiven(),
                    project.value(),
                    actor.value(),
                    target.value(),
                    action.value(),
                    since.value(),
                    until.value());
            Page<EventReference> page = page(services);
            Listing<RecordedEvent> events = isFollowing()
                    ? services.audit().follow(query, page, positions)
                    : services.audit().list(query, page);
            return Reply.many(AUDIT_EVENT, events).ifEmpty(emptyNotice("no event fits"));
        }
    }

    private static final class Verify extends ReadVerb {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "Verify the trails of all organizations, as is done unless --org names one.");
        private final Parameter<String> against = option(
                "--against",
                Types.file(),
                "Compare with the heads in a file that 'audit export' wrote; - for standard input.");
        private KeptHeads kept = new KeptHeads();

        Verify() {
            super("verify", "Check that nobody has rewritten the audit trail", CHAIN_VERDICT);
            details("Walks every trail from its first event to its last, whatever organization is current, and says"
                    + " which event is the first that does not fit. That events are gone from the end, or a whole trail"
                    + " is, or the store is an old one, shows only against heads that were kept elsewhere. Exits with 1"
                    + " where something does not fit.");
            example("orgctl audit verify");
            example("orgctl audit verify --org acme -o json");
            example("orgctl audit verify --against heads.ndjson");
        }

        @Override
        protected void read(Input input) {
            if (against.isGiven()) {
                kept = HeadFile.read(against.value(), input);
            }
        }

        @Override
        protected Reply execute(Services services) {
            Verification found = services.audit().verify(allOrganizations.isGiven(), kept);
            return Reply.many(CHAIN_VERDICT, Rows.of(found.verdicts()))
                    .ifEmpty("there is no audit trail yet")
                    .noticeIf(against.isGiven(), comparison(found))
                    .answering(found.ok());
        }

        private static String comparison(Verification found) {
            String heads = found.heads() == 1 ? " kept head" : " kept heads";
            String others =
                    found.passedOver() == 0 ? "" : ", and passed over " + found.passedOver() + " of other trails";
            return "compared with " + found.heads() + heads + others;
        }
    }

    private static final class Export extends ReadVerb {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "Export the trails of all organizations.");
        private final Parameter<Boolean> heads = flag(
                "--heads",
                "Only where each trail ends, of all organizations unless --org names one: to be kept elsewhere for"
                        + " 'audit verify --against'.");
        private final Parameter<String> file =
                option("-f", "--file", Types.file(), "Write to a file, not to standard output.");
        private final Parameter<Boolean> force = flag("--force", "Replace the file if it is there already.");

        Export() {
            super("export", "Write the audit trail so that other tools can verify it", null);
            details("Writes a line of JSON for the head of each trail, then one for each event: its canonical text and"
                    + " the hash of it. -o has no say in it. Whole trails are for admins; every member may have the"
                    + " heads, which are those of every organization that is seen unless --org names one.");
            example("orgctl audit export -f acme.ndjson");
            example("orgctl audit export --heads -f heads.ndjson --force");
        }

        @Override
        protected Reply execute(Services services) {
            boolean toFile = file.isGiven() && !file.value().equals("-");
            Listing<byte[]> lines = heads.isGiven()
                    ? services.audit().heads(allOrganizations.isGiven())
                    : services.audit().export(allOrganizations.isGiven());
            return Reply.lines(lines).into(toFile ? new OutputFile(file.value(), force.isGiven()) : null);
        }
    }
}
