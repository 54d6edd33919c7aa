package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.SearchQuery;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.organization.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract of search: identical results, whatever the database's case folding. */
public abstract class SearchContract extends StoreBase {
    private static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("plain", "abc"),
            Map.entry("percent", "100%"),
            Map.entry("underscore", "a_b"),
            Map.entry("backslash", "C:\\dir"),
            Map.entry("quote", "it's"),
            Map.entry("double", "say \"hi\""),
            Map.entry("wide", "100\uff05"),
            Map.entry("umlaut", "\u00c4gypten"),
            Map.entry("composed", "caf\u00e9"),
            Map.entry("decomposed", "cafe\u0301"),
            Map.entry("kelvin", "5 \u212a"),
            Map.entry("sigma", "\u039f\u0394\u039f\u03a3"),
            Map.entry("lines", "one\ntwo"),
            Map.entry("emoji", "a \ud83d\ude80 b")));

    private Organization acme;
    private Project web;

    @BeforeEach
    public void makeProject() {
        acme = organization("acme");
        web = project(acme, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(web);
            Environment revised =
                    tx.environments().find(web.liveId()).orElseThrow().revised(T1);
            List<KeyChange> changes = new ArrayList<>();
            VALUES.forEach((key, text) -> changes.add(new KeyChange(new Key(key), null, Value.ofText(text))));
            Revision revision = new Revision(revised.revision(), T1, "ann", Description.NONE, List.of());
            tx.configurations().revise(revised, revision, null, changes);
            tx.notes().put(web.liveId(), new Key("plain"), new Description("\u00dcber %_"));
            tx.notes().put(web.liveId(), new Key("gone"), new Description("\u00dcber %_"));
        });
    }

    private List<String> found(AccessScope scope, SearchQuery query) {
        List<String> found = new ArrayList<>();
        read(store, tx -> tx.search().find(scope, query, each -> found.add(each.item())));
        return found;
    }

    private List<String> keys(String value) {
        List<String> keys = new ArrayList<>();
        SearchQuery query = new SearchQuery(null, null, SearchText.parse(value), null);
        read(store, tx -> tx.search()
                .find(AccessScope.EVERYTHING, query, each -> keys.add(each.key().path())));
        return keys;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "%, percent",
                "_, underscore",
                "\\, backslash",
                "\\D, backslash",
                "', quote",
                "\", double",
                "Y \"H, double",
                "\uff05, wide",
                "\u00e4GY, umlaut",
                "A\u0308gy, umlaut",
                "FE\u0301, decomposed",
                "5 k, kelvin",
                "\u03bf\u03b4\u03bf\u03c3, sigma",
                "\u03bf\u03b4\u03bf\u03c2, sigma",
                "\ud83d\ude80, emoji",
                "ABC, plain"
            })
    public void findsLettersOfEitherCaseAndNothingElse(String text, String key) {
        if (text.equals("FE\u0301")) {
            assertThat(keys(text)).containsExactly("composed", key);
        } else {
            assertThat(keys(text)).containsExactly(key);
        }
    }

    @Test
    public void findsWhatIsBehindALineBreak() {
        assertThat(keys("E\nT")).containsExactly("lines");
    }

    @Test
    public void findsNotesOnKeysThatHaveAValue() {
        assertThat(found(AccessScope.EVERYTHING, new SearchQuery(SearchText.parse("\u00fcBER %_"), null, null, null)))
                .containsExactly("note:acme/web:live/plain");
    }

    @Test
    public void matchesKeysByPattern() {
        SearchQuery query = new SearchQuery(null, new KeyPattern("*t*l?"), null, null);
        assertThat(found(AccessScope.EVERYTHING, query)).isEmpty();
        assertThat(found(AccessScope.EVERYTHING, new SearchQuery(null, new KeyPattern("?ines"), null, null)))
                .containsExactly("value:acme/web:live/lines");
        assertThat(found(AccessScope.EVERYTHING, new SearchQuery(null, new KeyPattern("LINES*"), null, null)))
                .isEmpty();
    }

    @Test
    public void staysWithinTheScope() {
        SearchQuery query = new SearchQuery(SearchText.parse("WEB"), null, null, null);
        assertThat(found(AccessScope.EVERYTHING, query)).containsExactly("project:acme/web");
        assertThat(found(new AccessScope(List.of(acme.id()), web.id(), Mode.LIVE), query))
                .containsExactly("project:acme/web");
        assertThat(found(new AccessScope(List.of(), null, null), query)).isEmpty();
        Id other = organization("other").id();
        assertThat(found(new AccessScope(List.of(other), null, null), query)).isEmpty();
        SearchQuery inSandbox = new SearchQuery(null, new KeyPattern("*"), null, null);
        assertThat(found(new AccessScope(null, null, Mode.SANDBOX), inSandbox)).isEmpty();
        assertThat(found(new AccessScope(null, null, Mode.LIVE), inSandbox)).hasSameSizeAs(VALUES.keySet());
    }

    @Test
    public void stopsWhenToldTo() {
        List<Found> found = new ArrayList<>();
        SearchQuery query = new SearchQuery(null, new KeyPattern("*"), null, null);
        boolean ended = read(store, tx -> tx.search().find(AccessScope.EVERYTHING, query, each -> {
            found.add(each);
            return found.size() < 3;
        }));
        assertThat(ended).isFalse();
        assertThat(found).hasSize(3);
    }
}
