package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.AuditEventShape.AUDIT_EVENT;
import static io.github.orgctl.cli.shape.ChainVerdictShape.CHAIN_VERDICT;

import io.github.orgctl.cli.host.HeadFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.OutputFile;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.AccessTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
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
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.Listing;

public final class AuditCommand extends Noun {
    public AuditCommand() {
        super("audit", "Read and verify the audit log", new ListAll(), new Verify(), new Export());
    }

    private static final class ListAll extends ListVerb<EventReference> {
        private final AuditPositions positions = new AuditPositions();
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "List the events of all organizations by time");
        private final Parameter<ProjectReference> project =
                projectOption("Only events of this project; use the ID for a deleted or purged project");
        private final Parameter<Actor> actor = option(
                "--member",
                "--actor",
                AccessTypes.actor(),
                "Only events by this member, or by the local operator os:USER@HOST");
        private final Parameter<String> target = option(
                "--target",
                AccessTypes.target(),
                "Only events on this target, as named at that time: an e-mail address, ORG, ORG/PROJECT"
                        + " or ORG/PROJECT:MODE");
        private final Parameter<ActionPattern> action = option(
                "--action",
                AccessTypes.actionPattern(),
                "Only actions that match a pattern, for example 'project.*'; * matches any characters");
        private final Parameter<Until> since =
                option("--since", Types.until(), "Only events since this time or date, or since this long ago");
        private final Parameter<Until> until =
                option("--until", Types.until(), "Only events before this time or date, or before this long ago");
        private final Parameter<Boolean> follow = flag("--follow", "Stream new events until interrupted");

        ListAll() {
            super("list", "List audit events, oldest first", AUDIT_EVENT, AccessTypes.event());
            details("Events of one organization are listed in the order of its audit log, events of several"
                    + " organizations by time. --sort accepts at, sequence, actor, action, target and"
                    + " organizationId. --after accepts SEQUENCE or ORG/SEQUENCE. The audit log of a purged"
                    + " organization is available to the local operator with --org ID. Events about billing,"
                    + " invitations and tokens require the admin role.");
            example("Show the changes of the last 24 hours", "orgctl audit list --since 24h");
            example("Find changes of secrets in a project", "orgctl audit list --project website --action 'secret.*'");
            example(
                    "Show the latest changes by a member in all organizations",
                    "orgctl audit list --all-orgs --actor ann@example.com --sort at:desc --limit 20");
            example("Stream new events until interrupted", "orgctl audit list --follow -o ndjson");
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
            return Reply.many(AUDIT_EVENT, events).ifEmpty(emptyNotice("no matching events"));
        }
    }

    private static final class Verify extends ReadVerb {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "Verify the audit logs of all organizations (default unless --org is given)");
        private final Parameter<String> against = option(
                "--against",
                Types.file(),
                "Compare with the heads in a file written by 'audit export'; - for standard input");
        private KeptHeads kept = new KeptHeads();

        Verify() {
            super("verify", "Verify the integrity of the audit log", CHAIN_VERDICT);
            details("Checks the audit log of every organization from the first event to the last, regardless"
                    + " of the current organization, and reports the first event that does not match. Events"
                    + " missing at the end, missing audit logs and an outdated store are detected only by"
                    + " comparing with heads that were kept elsewhere. Exits with 1 if the verification fails.");
            example("Verify the current organization's log", "orgctl audit verify");
            example("Compare with heads that were exported before", "orgctl audit verify --against heads.ndjson");
            example("Verify all organizations in a script", "orgctl audit verify --all-orgs -o json");
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
                    .ifEmpty("there is no audit log yet")
                    .noticeIf(against.isGiven(), comparison(found))
                    .answering(found.ok());
        }

        private static String comparison(Verification found) {
            String others =
                    found.passedOver() == 0 ? "" : ", and skipped " + found.passedOver() + " of other audit logs";
            return "compared with " + Count.of(found.heads(), "kept head") + others;
        }
    }

    private static final class Export extends ReadVerb {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "Export the audit logs of all organizations");
        private final Parameter<Boolean> heads = flag(
                "--heads",
                "Export only the head of each audit log, to be kept elsewhere for 'audit verify"
                        + " --against'; all organizations unless --org is given");
        private final Parameter<String> file =
                option("-f", "--file", Types.file(), "Write to a file instead of standard output");
        private final Parameter<Boolean> force = flag("--force", "Overwrite an existing file");

        Export() {
            super("export", "Export the audit log for verification by other tools", null);
            details("Writes one line of JSON for the head of each audit log, then one line for each event"
                    + " with its canonical text and hash. --output does not apply. Exporting events requires"
                    + " the admin role; heads are available to every member.");
            example("Export the log of the current organization", "orgctl audit export -f acme.ndjson");
            example(
                    "Export the head of each chain, to be kept elsewhere",
                    "orgctl audit export --all-orgs --heads -f heads.ndjson --force");
            example("Compress the export", "orgctl audit export | gzip > acme.ndjson.gz");
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
