package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.UsageImportShape.USAGE_IMPORT;
import static io.github.orgctl.cli.shape.UsageShape.USAGE;
import static io.github.orgctl.cli.shape.UsageSumShape.USAGE_SUM;

import io.github.orgctl.cli.format.UsageFile;
import io.github.orgctl.cli.format.UsageFormat;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
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
        super(
                "billing usage",
                "What was used, which live environments are charged for",
                new RecordOne(),
                new Import(),
                new ListAll(),
                new Summary());
    }

    private static final class RecordOne extends ChangeVerb {
        private final EnvironmentChoice environment = environmentOption();
        private final Parameter<Metric> metric =
                option("--metric", BillingTypes.metric(), "What is counted.").mandatory();
        private final Parameter<Quantity> quantity = option(
                        "--quantity",
                        BillingTypes.quantity(),
                        "How much, with up to six decimals; below zero to take back what was too much.")
                .mandatory();
        private final Parameter<Instant> at = option("--at", Types.time(), "When it was used; now if left out.");
        private final Parameter<UsageKey> key =
                option("--key", BillingTypes.usageKey(), "What makes recording it twice count once.");
        private final Parameter<Period> corrects = option(
                "--corrects",
                BillingTypes.period(),
                "The closed month it was used in, which the present month's statement corrects.");

        RecordOne() {
            super("record", "Record what was used in an environment", USAGE);
            details("It is charged to the organization that owned the project then. Sandbox usage is shown and costs"
                    + " nothing. A month that is closed takes no more: --corrects bills the difference that it makes to"
                    + " that month, at its prices, in the present one.");
            example("orgctl billing usage record --env website:live --metric active-users --quantity 1200");
            example("orgctl billing usage record --env website:live --metric api-calls --quantity 17"
                    + " --at 2026-11-03T10:00:00Z --key req-8841");
            example("orgctl billing usage record --env website:live --metric api-calls --quantity=-500"
                    + " --corrects 2026-10");
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
            return Reply.one(USAGE, change.value())
                    .noticeIf(!change.made(), "this is recorded already, under the same key");
        }
    }

    private static final class Import extends ChangeVerb {
        private final Parameter<String> file = option(
                        "-f", "--file", Types.file(), "Where the records are; - is standard input.")
                .mandatory();
        private final Parameter<UsageFormat> format = option(
                "--format",
                BillingTypes.usageFormat(),
                "What it is, csv or ndjson; the file's name tells it if left out.");
        private UsageSource records;

        Import() {
            super("import", "Record usage from a file, all of it or nothing", USAGE_IMPORT);
            details("CSV begins with a line that names its columns: environment, which is an environment ID, metric,"
                    + " quantity, and at, key and corrects where wanted. NDJSON has an object of the same names in each line."
                    + " Records under keys that are there already count once. What usage list shows can be taken in as it"
                    + " is. --org refuses usage of other organizations.");
            example("orgctl billing usage import -f usage.csv");
            example("gunzip -c usage.ndjson.gz | orgctl billing usage import -f - --format ndjson --dry-run");
        }

        @Override
        protected void read(Input input) {
            records = new UsageFile(
                    input.streams(file.value()), format.isGiven() ? format.value() : UsageFormat.ofFile(file.value()));
        }

        @Override
        protected Reply execute(Services services) {
            UsageImport done = services.usage().importAll(records);
            return Reply.one(USAGE_IMPORT, done)
                    .noticeIf(done.repeated() > 0, "left out, since their keys are there already: " + done.repeated());
        }
    }

    private static final class ListAll extends ListVerb<Long> {
        private final EnvironmentChoice environment = environmentOption();
        private final Parameter<Metric> metric =
                option("--metric", BillingTypes.metric(), "Only what is counted in this.");
        private final Parameter<Period> period =
                option("--period", BillingTypes.period(), "Only what was used in this month.");

        ListAll() {
            super("list", "List an organization's usage in the order of recording", USAGE, Types.count());
            example("orgctl billing usage list --org acme --period 2026-11");
            example("orgctl billing usage list --env website:live --metric active-users -o csv");
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
                    .ifEmpty(emptyNotice("no usage is recorded that fits"));
        }
    }

    private static final class Summary extends ReadVerb {
        private final Parameter<Period> period =
                option("--period", BillingTypes.period(), "The month; the present one if left out.");
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "What all organizations used instead of the current one.");

        Summary() {
            super("summary", "Sum up what was used in a month, by environment and metric", USAGE_SUM);
            example("orgctl billing usage summary --org acme");
            example("orgctl billing usage summary --all-orgs --period 2026-11 -o csv");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(USAGE_SUM, services.usage().summary(allOrganizations.isGiven(), period.value()))
                    .ifEmpty("no usage is recorded for that month");
        }
    }
}
