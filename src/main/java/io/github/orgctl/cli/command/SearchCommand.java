package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.FoundShape.FOUND;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.SearchQuery;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Listing;

public final class SearchCommand extends Noun {
    public SearchCommand() {
        super("search", "Search names, keys, values and notes", new Search());
    }

    private static final class Search extends ListVerb<String> {
        private final Parameter<SearchText> text =
                optional(EnvironmentTypes.searchText(), "Text in names, slugs, addresses, keys, values or notes");
        private final Parameter<KeyPattern> key = option(
                "--key",
                EnvironmentTypes.keyPattern().labelled("GLOB").offering(Candidates.NONE),
                "Only keys that match a pattern with * and ?");
        private final Parameter<SearchText> value =
                option("--value", EnvironmentTypes.searchText(), "Only values that contain TEXT");
        private final Parameter<Key> references = option(
                "--references",
                EnvironmentTypes.key().offering(Candidates.NONE),
                "Only templates that refer to KEY of any environment");
        private final Parameter<Mode> mode = option("--mode", EnvironmentTypes.mode(), "Only this mode");
        private final Parameter<Boolean> allOrganizations = flag("--all-orgs", "Search all organizations");

        Search() {
            super("", "Search names, keys, values and notes", FOUND, Types.words("ITEM"));
            details(
                    "Finds organizations, projects, members, keys, values and notes that contain TEXT, ignoring case. TEXT is"
                            + " not a pattern. Lists only what you can view. Secrets are found by their keys, never by their"
                            + " values.");
            example("Search the current organization", "orgctl search example.com");
            example(
                    "Find the live environments that use a host",
                    "orgctl search --value example.com --mode live --all-orgs");
            example("See what uses a value before it is removed", "orgctl search --references api.url --all-orgs");
            example("Find keys, and print where they are", "orgctl search --key 'limits.*' -o ids");
        }

        @Override
        protected void read(Input from) {
            boolean byPart = key.isGiven() || value.isGiven();
            if (references.isGiven()) {
                if (byPart || text.isGiven()) {
                    throw Failure.usage(
                            "--references can't be combined with TEXT, --key or --value", "leave out the others");
                }
                return;
            }
            if (text.isGiven() == byPart) {
                throw Failure.usage(
                        byPart ? "TEXT can't be combined with --key or --value" : "nothing to search for",
                        "name a text, or use --key GLOB, --value TEXT or --references KEY");
            }
        }

        @Override
        protected Reply execute(Services services) {
            Page<String> page = page(services);
            if (references.isGiven()) {
                return reply(
                        page,
                        services.search()
                                .references(
                                        allOrganizations.isGiven(),
                                        references.value(),
                                        mode.value(),
                                        page.after(),
                                        page.limit()));
            }
            SearchQuery query = new SearchQuery(text.value(), key.value(), value.value(), mode.value());
            Listing<Found> found =
                    services.search().find(allOrganizations.isGiven(), query, page.after(), page.limit());
            return reply(page, found);
        }

        private Reply reply(Page<String> page, Listing<Found> found) {
            return Reply.many(FOUND, page.sort() == null ? found : Rows.sorted(FOUND, found, page.sort()))
                    .ifEmpty(emptyNotice("nothing found"));
        }
    }
}
