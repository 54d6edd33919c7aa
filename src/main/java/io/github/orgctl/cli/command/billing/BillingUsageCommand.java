package io.github.orgctl.cli.command.billing;

import static io.github.orgctl.cli.shape.billing.UsageImportShape.USAGE_IMPORT;
import static io.github.orgctl.cli.shape.billing.UsageShape.USAGE;
import static io.github.orgctl.cli.shape.billing.UsageSumShape.USAGE_SUM;

import io.github.orgctl.cli.format.RowFormat;
import io.github.orgctl.cli.format.UsageFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.billing.UsageImport;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.UsageSource;
import java.time.Instant;

/** {@code billing usage}. */
final class BillingUsageCommand extends Noun {
    BillingUsageCommand() {
        super("billing usage", "Record and inspect usage", new RecordOne(), new Import(), new ListAll(), new Summary());
    }

    private static final class RecordOne extends ChangeVerb {
        private final EnvironmentChoice environment = environmentArgument();
        private final Parameter<Metric> metric =
                option("--metric", BillingTypes.metric(), "Metric to record").mandatory();
        private final Parameter<Quantity> quantity = option(
                        "--quantity",
                        BillingTypes.quantity(),
                        "Quantity with up to six decimals; negative to correct earlier records")
                .mandatory();
        private final Parameter<Instant> at = option("--at", Types.time(), "Time of use (default: now)");
        private final Parameter<UsageKey> key = option(
                "--key", BillingTypes.usageKey(), "Idempotency key: repeated records with the same key count once");
        private final Parameter<Period> corrects = option(
                "--corrects",
                BillingTypes.period(),
                "Closed month to correct; the difference is billed in the current month");

        RecordOne() {
            super("record", "Record usage in an environment", USAGE);
            details("Usage is charged to the organization that owned the project at that time. Sandbox usage"
                    + " is shown but not charged. A closed month accepts no further usage; --corrects bills the"
                    + " difference to that month, at its prices, in the current month.");
            example(
                    "Record usage now",
                    "orgctl billing usage record --env website:live --metric users --quantity 1200");
            example(
                    "Record usage once, even if the command runs again",
                    "orgctl billing usage record --metric calls --quantity 1 --key 8841 --mode live");
            example(
                    "Correct a closed month",
                    "orgctl billing usage record --metric calls --quantity=-5 --corrects 2026-10 --mode live");
        }

        @Override
        protected Reply execute(Services services) {
            Change<UsageRecord> change = services.usage()
                    .record(
                            environment.reference(),
                            metric.value(),
                            quantity.value(),
                            at.value(),
                            key.value(),
                            corrects.value());
            return Reply.one(USAGE, change.value()).noticeIf(!change.made(), "already recorded under the same key");
        }
    }

    private static final class Import extends ChangeVerb {
        private final Parameter<String> file = option(
                        "-f", "--file", Types.file(), "File to import; - for standard input")
                .mandatory();
        private final Parameter<RowFormat> format =
                option("--format", Types.rowFormat(), "File format: csv or ndjson (default: from the file name)");
        private UsageSource records;

        Import() {
            super("import", "Import usage from a file atomically", USAGE_IMPORT);
            details("CSV starts with a header line that names the columns: environment ([ORG/]PROJECT:MODE"
                    + " or an environment ID), metric and quantity, and optionally at, key and corrects. NDJSON has one object with"
                    + " the same names per line. Records whose keys already exist are skipped. The output of"
                    + " 'usage list' can be imported as it is. With --org, usage of other organizations is"
                    + " refused.");
            example("Import a CSV file", "orgctl billing usage import -f usage.csv");
            example("See what an NDJSON file would add", "orgctl billing usage import -f usage.ndjson --dry-run");
            example(
                    "Import compressed usage",
                    "gunzip -c usage.ndjson.gz | orgctl billing usage import -f - --format ndjson");
        }

        @Override
        protected void read(Input input) {
            records = new UsageFile(
                    input.streams(file.value()), format.isGiven() ? format.value() : RowFormat.ofFile(file.value()));
        }

        @Override
        protected Reply execute(Services services) {
            UsageImport done = services.usage().importAll(records);
            return Reply.one(USAGE_IMPORT, done)
                    .noticeIf(done.repeated() > 0, "skipped, because their keys already exist: " + done.repeated());
        }
    }

    private static final class ListAll extends ListVerb<Long> {
        private final EnvironmentChoice environment = environmentArgument();
        private final Parameter<Metric> metric = option("--metric", BillingTypes.metric(), "Only usage of this metric");
        private final Parameter<Period> period = option("--period", BillingTypes.period(), "Only usage in this month");

        ListAll() {
            super("list", "List an organization's usage in recording order", USAGE, Types.count());
            example("List the usage of a month", "orgctl billing usage list --org acme --period 2026-11");
            example(
                    "List one metric in one environment",
                    "orgctl billing usage list --env website:live --metric users");
            example(
                    "Export all usage in a form that 'billing usage import' reads",
                    "orgctl billing usage list -o csv > usage.csv");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(
                            USAGE,
                            services.usage()
                                    .list(
                                            environment.isGiven() ? environment.reference() : null,
                                            metric.value(),
                                            period.value(),
                                            page(services)))
                    .ifEmpty(emptyNotice("no matching usage"));
        }
    }

    private static final class Summary extends ReadVerb {
        private final Parameter<Period> period =
                option("--period", BillingTypes.period(), "Month (default: current month)");
        private final Parameter<Boolean> allOrganizations = flag("--all-orgs", "Sum up the usage of all organizations");

        Summary() {
            super("summary", "Sum up a month's usage by environment and metric", USAGE_SUM);
            example("Sum up the current month", "orgctl billing usage summary --org acme");
            example("Sum up a month of all organizations", "orgctl billing usage summary --all-orgs --period 2026-11");
            example("Export the sums", "orgctl billing usage summary -o csv");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(USAGE_SUM, services.usage().summary(allOrganizations.isGiven(), period.value()))
                    .ifEmpty("no usage in that month");
        }
    }
}
