package io.github.orgctl.core.search;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.SearchQuery;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Acme has the projects Website, which has a host and templates that refer to it, and Shared, which has a host, too;
 * Other has the project Webshop, which refers to Acme's host.
 */
class SearchServiceTest {
    private static final Key HOST = new Key("host");

    private static void inBoth(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.project("acme", "Website");
            operator.project("acme", "Shared");
            operator.project("other", "Webshop");
            operator.set("acme/shared:sandbox", "host=\"s.example\"");
            operator.set("acme/shared:live", "host=\"l.example\"");
            operator.set("acme/website:sandbox", "host=\"w.example\"");
            template(operator, "acme/website:sandbox", "url", "https://${host}/${host}");
            template(operator, "acme/website:sandbox", "api", "${shared.host}");
            template(operator, "acme/website:live", "api", "${shared.host}");
            template(operator, "other/webshop:live", "partner", "${acme/website:sandbox/host}");
            test.accept(operator);
        });
    }

    private static void template(Acting acting, String environment, String key, String text) {
        Value template = Value.given("{\"$template\":" + Value.json(text) + "}");
        acting.configurations().set(Acting.edit(environment), List.of(new KeyEdit(new Key(key), template)));
    }

    private static SearchService search(Acting acting) {
        return new SearchService(acting.work());
    }

    private static SearchQuery text(String text, Mode mode) {
        return new SearchQuery(SearchText.parse(text), null, null, mode);
    }

    private static List<String> items(Listing<Found> found) {
        return rows(found).stream().map(Found::item).toList();
    }

    @Test
    void findsInTheCurrentOrganizationOrInAll() {
        inBoth(operator -> {
            assertThat(items(search(operator.in("other")).find(false, text("WEB", null), null, null)))
                    .containsExactly("project:other/webshop");
            assertThat(items(search(operator).find(true, text("WEB", null), null, null)))
                    .containsExactly("project:acme/website", "project:other/webshop");
            refused(Kind.USAGE, () -> search(operator).find(false, text("web", null), null, null));
        });
    }

    @Test
    void tellsWhetherThereIsMore() {
        inBoth(operator -> {
            SearchService all = search(operator);
            assertThat(all.find(true, text("web", null), null, 1L).forEach(found -> {}))
                    .isTrue();
            assertThat(all.find(true, text("web", null), null, 2L).forEach(found -> {}))
                    .isFalse();
        });
    }

    @Test
    void findsInOneModeOnRequest() {
        inBoth(operator -> {
            SearchService acme = search(operator.in("acme"));
            SearchQuery hosts = new SearchQuery(null, new KeyPattern("ho*"), null, Mode.LIVE);
            assertThat(items(acme.find(false, hosts, null, null))).containsExactly("value:acme/shared:live/host");
        });
    }

    @Test
    void findsOnlyWhatIsSeen() {
        inBoth(operator -> {
            operator.join("other", "vera@example.com", Role.VIEWER);
            Acting vera = operator.as("vera@example.com");
            assertThat(items(search(vera).projects(true, SearchText.parse("web"), null, null)))
                    .containsExactly("project:other/webshop");
            assertThat(items(search(vera).references(true, HOST, null, null, null)))
                    .containsExactly("value:other/webshop:live/partner");
        });
    }

    @Test
    void findsProjectsByNameOrSlug() {
        inBoth(operator -> {
            SearchText web = SearchText.parse("web");
            assertThat(items(search(operator.in("acme")).projects(false, web, null, null)))
                    .containsExactly("project:acme/website");
            SearchService all = search(operator);
            assertThat(items(all.projects(true, web, "acme/website", null))).containsExactly("project:other/webshop");
            assertThat(items(all.projects(true, web, null, 1L))).containsExactly("project:acme/website");
            assertThat(all.projects(true, web, null, 1L).forEach(found -> {})).isTrue();
            assertThat(all.projects(true, web, null, 2L).forEach(found -> {})).isFalse();
            refused(Kind.NOT_FOUND, () -> items(all.projects(true, web, "acme/none", null)));
        });
    }

    @Test
    void findsTheTemplatesThatReferToAKeyAnywhere() {
        inBoth(operator -> {
            // A template is named once, however often it refers to the key.
            assertThat(items(search(operator).references(true, HOST, null, null, null)))
                    .containsExactlyInAnyOrder(
                            "value:acme/website:sandbox/api",
                            "value:acme/website:live/api",
                            "value:acme/website:sandbox/url",
                            "value:other/webshop:live/partner");
            assertThat(items(search(operator.in("acme")).references(false, HOST, Mode.LIVE, null, null)))
                    .containsExactly("value:acme/website:live/api");
            assertThat(items(search(operator).references(true, new Key("url"), null, null, null)))
                    .isEmpty();
        });
    }

    @Test
    void findsReferencesToTheSharedConfigurationAlone() {
        inBoth(operator -> {
            List<Found> found = rows(
                    search(operator.in("acme")).references(false, new Key("shared.host"), Mode.SANDBOX, null, null));
            assertThat(found).extracting(Found::item).containsExactly("value:acme/website:sandbox/api");
            assertThat(found).extracting(Found::text).containsExactly("${shared.host}");
        });
    }

    @Test
    void findsReferencesPageByPage() {
        inBoth(operator -> {
            SearchService all = search(operator);
            List<String> every = items(all.references(true, HOST, null, null, null));
            assertThat(items(all.references(true, HOST, null, null, 2L))).isEqualTo(every.subList(0, 2));
            assertThat(items(all.references(true, HOST, null, every.get(1), null)))
                    .isEqualTo(every.subList(2, 4));
            assertThat(all.references(true, HOST, null, null, 3L).forEach(found -> {}))
                    .isTrue();
            assertThat(all.references(true, HOST, null, null, 4L).forEach(found -> {}))
                    .isFalse();
        });
    }

    @Test
    void findsNothingInTheTrash() {
        inBoth(operator -> {
            operator.projects()
                    .delete(ProjectReference.parse("acme/website"), new Deletion("website", false, false, true));
            assertThat(items(search(operator).references(true, HOST, null, null, null)))
                    .containsExactly("value:other/webshop:live/partner");
        });
    }

    /** What comes behind an item, up to a limit, and whether there is more. */
    @Property
    void aPageIsAPartOfWhatIsFound(
            @ForAll @IntRange(max = 8) int size,
            @ForAll @IntRange(min = -1, max = 8) int after,
            @ForAll @IntRange(min = 1, max = 9) int limit) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(new Found(Found.Kind.PROJECT, new Slug("acme"), new Slug("p" + i), null, null, "P"));
        }
        List<Found> passed = new ArrayList<>();
        SearchPage page = new SearchPage(after < 0 ? null : "project:acme/p" + after, (long) limit, passed::add);
        boolean goesOn = all.stream().allMatch(page);
        if (after >= size) {
            refused(Kind.NOT_FOUND, page::end);
            return;
        }
        int end = Math.min(size, after + 1 + limit);
        assertThat(passed).isEqualTo(all.subList(after + 1, end));
        assertThat(page.end()).isEqualTo(end < size);
        assertThat(goesOn).isEqualTo(end == size);
    }
}
