package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.ComparisonShape.COMPARISON;
import static io.github.orgctl.cli.shape.DifferenceShape.DIFFERENCE;
import static io.github.orgctl.cli.shape.DriftShape.DRIFT;
import static io.github.orgctl.cli.shape.EnvironmentDetailsShape.ENVIRONMENT_DETAILS;
import static io.github.orgctl.cli.shape.EnvironmentShape.ENVIRONMENT;
import static io.github.orgctl.cli.shape.KeyChangeShape.KEY_CHANGE;
import static io.github.orgctl.cli.shape.RevisionShape.REVISION;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.ComparisonShape;
import io.github.orgctl.cli.shape.KeyChangeShape;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.BulkEditVerb;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.Comparison;
import io.github.orgctl.core.model.promotion.Difference;
import io.github.orgctl.core.model.promotion.Side;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.organization.Locking;
import io.github.orgctl.core.promotion.Drifts;
import java.util.List;

public final class EnvCommand extends Noun {
    public EnvCommand() {
        super(
                "env",
                "Manage sandbox and live environments",
                new ListAll(),
                new Show(),
                new Diff(),
                new PromoteVerb(),
                new History(),
                new Rollback(),
                new Undo(),
                new LockVerb(),
                new Unlock(),
                new ExportVerb(),
                new RenderVerb(),
                new RunVerb());
    }

    private static final class ListAll extends ListVerb<EnvironmentReference> {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "List the environments of all organizations");
        private final Parameter<Mode> mode = option("--mode", EnvironmentTypes.mode(), "Only this mode");

        ListAll() {
            super("list", "List the environments of an organization", ENVIRONMENT, EnvironmentTypes.environment());
            example("List the environments of an organization", "orgctl env list --org acme");
            example(
                    "Export the IDs of all environments",
                    "orgctl env list --all-orgs -o csv --fields id,organization,project,mode");
            example("List the live environments", "orgctl env list --mode live");
            example("List what is locked", "orgctl env list -o json --jq '.[] | select(.lock != null) | .id'");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(
                            ENVIRONMENT,
                            services.environments().list(allOrganizations.isGiven(), mode.value(), page(services)))
                    .ifEmpty(emptyNotice("no environments yet: create a project with: orgctl project create NAME"));
        }
    }

    private static final class Show extends ReadVerb {
        private final EnvironmentChoice environment = environmentArgument();
        private final Parameter<Long> revision =
                option("--revision", Types.count(), "Show the configuration as of this revision");

        Show() {
            super("show", "Show an environment and its configuration", ENVIRONMENT_DETAILS);
            example("Show an environment of the current organization", "orgctl env show website --mode sandbox");
            example("Print its ID", "orgctl env show acme/website:live --jq .id");
            example("Show it as it was at revision 2", "orgctl env show website:live --revision 2");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(
                    ENVIRONMENT_DETAILS, services.environments().show(environment.reference(), revision.value()));
        }
    }

    private static final class Diff extends ReadVerb {
        private static final Side SANDBOX = new Side(Mode.SANDBOX, null);
        private static final Side LIVE = new Side(Mode.LIVE, null);

        private final EnvironmentChoice environment = environmentArgument();
        private final Parameter<EnvironmentReference> other = optional(
                EnvironmentTypes.environment().labelled("OTHER"),
                "Environment to compare with: [ORG/]PROJECT:MODE or environment ID");
        private final Parameter<Side> from =
                option("--from", EnvironmentTypes.side(), "Mode or revision to compare (default: sandbox)");
        private final Parameter<Side> to = option(
                "--to",
                EnvironmentTypes.side(),
                "Mode or revision to compare with (default: live, or the newest revision)");

        private final Parameter<Boolean> allProjects =
                flag("--all-projects", "Compare sandbox and live in every project of the organization");

        Diff() {
            super("diff", "Show the differences between environments or revisions", DIFFERENCE);
            details("Shows what a promotion would do to live, key by key; with --from N, compares revisions of"
                    + " one environment; with OTHER, compares two environments, of which --from and --to choose"
                    + " revisions. Exits with 1 if they differ.");
            example("Show what a promotion would do to live", "orgctl env diff website");
            example("Compare two revisions of live", "orgctl env diff website --mode live --from 1 --to 2");
            example("Compare live of two projects", "orgctl env diff website:live globex/portal:live");
            example("List the projects whose live differs from sandbox", "orgctl env diff --all-projects --org acme");
        }

        @Override
        public Shape<?> shape() {
            if (allProjects.isGiven()) {
                return DRIFT;
            }
            return other.isGiven() ? COMPARISON : isSandboxWithLive() ? DIFFERENCE : KEY_CHANGE;
        }

        @Override
        protected Reply execute(Services services) {
            if (allProjects.isGiven()) {
                return drifts(services);
            }
            if (other.isGiven()) {
                return comparison(services);
            }
            return isSandboxWithLive() ? differences(services) : changes(services);
        }

        /** Whether it compares sandbox with live, as a promotion does. */
        private boolean isSandboxWithLive() {
            return from.orElse(SANDBOX).mode() == Mode.SANDBOX
                    && to.orElse(LIVE).mode() == Mode.LIVE;
        }

        private Reply drifts(Services services) {
            if (environment.isGiven() || from.isGiven() || to.isGiven()) {
                throw Failure.usage(
                        "--all-projects compares sandbox with live in every project",
                        "leave out --all-projects, or the options that choose an environment, --from and --to");
            }
            Drifts drifts = services.environments().drifts();
            return Reply.many(DRIFT, drifts)
                    .ifEmpty("no projects yet: create one with: orgctl project create NAME")
                    .answering(drifts::isNone);
        }

        private Reply differences(Services services) {
            List<Difference> differences = services.promotions().differences(environment.reference());
            return Reply.many(DIFFERENCE, Rows.of(differences))
                    .ifEmpty("no differences")
                    .answering(differences.isEmpty());
        }

        private Reply changes(Services services) {
            Comparison compared = services.environments().difference(environment.reference(), from.value(), to.value());
            return reply(KeyChangeShape.between(compared.left(), compared.right()), compared.changes());
        }

        private Reply comparison(Services services) {
            EnvironmentReference first = environment.reference();
            EnvironmentReference second = other.value() instanceof EnvironmentReference.OfProject
                            && other.value().mode() == null
                    ? other.value().withMode(first.mode())
                    : other.value();
            Comparison compared = services.environments().difference(first, revision(from), second, revision(to));
            return reply(ComparisonShape.of(compared.left(), compared.right()), compared.changes());
        }

        private static Long revision(Parameter<Side> side) {
            if (side.isGiven() && side.value().revision() == null) {
                throw Failure.usage(
                        side.name() + " takes a revision where two environments are compared",
                        "name the modes in the environments, such as website:live");
            }
            return side.isGiven() ? side.value().revision() : null;
        }

        private static Reply reply(Shape<KeyChange> shape, List<KeyChange> changes) {
            return Reply.many(shape, Rows.of(changes)).ifEmpty("no differences").answering(changes.isEmpty());
        }
    }

    private static final class History extends ListVerb<Long> {
        private final EnvironmentChoice environment = environmentArgument();

        History() {
            super("history", "List the changes of an environment, newest first", REVISION, Types.count());
            details("Revision 1 is the empty environment of a new project.");
            example("Show the last ten revisions of live", "orgctl env history website --mode live --limit 10");
            example("Show the sandbox of the current project", "orgctl env history --mode sandbox");
            example(
                    "Print who changed live and why",
                    "orgctl env history website:live -o csv --fields number,actor,message");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(REVISION, services.environments().history(environment.reference(), page(services)))
                    .ifEmpty(emptyNotice("no changes yet: revision 1 is empty"));
        }
    }

    private static final class Rollback extends BulkEditVerb {
        private final Parameter<Long> to =
                option("--to", Types.count(), "Revision to roll back to").mandatory();

        Rollback() {
            super("rollback", "Roll an environment back to an earlier revision");
            environmentArgument();
            details(
                    "Creates a new revision with the values and secrets of the earlier one; later revisions"
                            + " stay in the history. Secrets whose version is no longer kept stay as they are. Changes of live have to be confirmed.");
            example(
                    "Undo what was changed in live since revision 2",
                    "orgctl env rollback website --mode live --to 5 --yes -m \"New limits were wrong\"");
            example("See what would change", "orgctl env rollback website:live --to 5 --dry-run");
            example(
                    "Fail if the sandbox was changed since revision 5",
                    "orgctl env rollback website:sandbox --to 1 --if-revision 5");
        }

        @Override
        protected PendingUpdate update(Services services) {
            var rollback = services.environments().rollback(edit(), to.value());
            tell(rollback.notices());
            return rollback.update();
        }
    }

    private static final class Undo extends BulkEditVerb {
        Undo() {
            super("undo", "Undo the last change of an environment");
            environmentArgument();
            details("Creates a new revision with the values and secrets of the revision before the last one."
                    + " Undoing an undo restores them. Changes of live have to be confirmed.");
            example("Undo the last revision of an environment", "orgctl env undo website --mode sandbox");
            example("See what it would change", "orgctl env undo website:live --dry-run");
            example("Undo it in live without a prompt", "orgctl env undo website:live --yes -m \"Wrong prices\"");
        }

        @Override
        protected PendingUpdate update(Services services) {
            var rollback = services.environments().undo(edit());
            tell(rollback.notices());
            return rollback.update();
        }
    }

    private static final class LockVerb extends ChangeVerb {
        private final EnvironmentChoice environment = environmentArgument();
        private final Parameter<Description> reason = option(
                        "--reason", ResourceTypes.description(), "Reason, shown when a change is refused")
                .mandatory();
        private final Parameter<Until> until =
                option("--until", Types.until(), "Time or duration after which the lock expires, for example 8h");

        LockVerb() {
            super("lock", "Lock an environment against changes", ENVIRONMENT);
            details("Replaces an existing lock.");
            example(
                    "Lock live for three days",
                    "orgctl env lock website --mode live --reason \"Black Friday\" --until 3d");
            example("Lock until it is unlocked", "orgctl env lock acme/website:live --reason \"Migration\"");
            example("See what would change", "orgctl env lock website:live --reason \"Migration\" --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Locking locking = services.environments().lock(environment.reference(), reason.value(), until.value());
            return Reply.one(ENVIRONMENT, locking.environment()).notices(locking.notices());
        }
    }

    private static final class Unlock extends ChangeVerb {
        private final EnvironmentChoice environment = environmentArgument();

        Unlock() {
            super("unlock", "Unlock an environment", ENVIRONMENT);
            example("Unlock live", "orgctl env unlock website --mode live");
            example("Unlock the sandbox of another organization's project", "orgctl env unlock globex/portal:sandbox");
            example("See what would change", "orgctl env unlock website:live --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Environment> change = services.environments().unlock(environment.reference());
            return Reply.one(ENVIRONMENT, change.value())
                    .noticeIf(!change.made(), "nothing to unlock: the environment is not locked");
        }
    }
}
