package io.github.orgctl.core.model.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References to organizations, projects and environments, and sort orders. */
class ReferenceTest {
    private static final String ID = "7b0c6a52-3f0e-4d6e-9a51-0c3f2f6f9e11";

    @ParameterizedTest
    @ValueSource(strings = {ID, "7B0C6A52-3F0E-4D6E-9A51-0C3F2F6F9E11"})
    void idsAreReadInEitherCase(String text) {
        assertThat(Id.looksLikeId(text)).isTrue();
        assertThat(Id.parse(text).value()).isEqualTo(ID);
        assertThat(OrganizationReference.parse(text)).isEqualTo(new OrganizationReference.ById(new Id(ID)));
        assertThat(ProjectReference.parse(text)).isEqualTo(new ProjectReference.ById(new Id(ID)));
        assertThat(EnvironmentReference.parse(text)).isEqualTo(new EnvironmentReference.ById(new Id(ID), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7b0c6a52", "7b0c6a52-3f0e-4d6e-9a51-0c3f2f6f9e1", "7b0c6a52-3f0e-4d6e-9a51-0c3f2f6f9e1g"})
    void otherTextsAreNoIds(String text) {
        assertThatThrownBy(() -> Id.parse(text)).isInstanceOf(Failure.class);
    }

    @Test
    void organizationsAreNamedBySlug() {
        assertThat(OrganizationReference.parse("acme"))
                .isEqualTo(new OrganizationReference.BySlug(new Slug("acme")))
                .hasToString("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"website", "acme/website", ID + "/website"})
    void projectsAreNamedWithinAnOrganization(String text) {
        assertThat(ProjectReference.parse(text))
                .isInstanceOf(ProjectReference.BySlug.class)
                .hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "acme/", "/website", "acme/website/x", "Acme/website", "acme/Website", "acme:website"})
    void otherTextsNameNoProject(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> ProjectReference.parse(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "website:live, LIVE",
        "acme/website:sandbox, SANDBOX",
        "website,",
        ID + ":live, LIVE",
        ID + "/website:live, LIVE"
    })
    void environmentsAreNamedWithAMode(String text, Mode mode) {
        assertThat(EnvironmentReference.parse(text).mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"website:", "website:prod", ":live", "website:Live", "website:live:live"})
    void otherTextsNameNoEnvironment(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> EnvironmentReference.parse(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"website, LIVE", "website:live, LIVE", ID + ", SANDBOX", ID + ":sandbox, SANDBOX"})
    void aModeGivenApartIsTakenOver(String text, Mode given) {
        EnvironmentReference reference = EnvironmentReference.parse(text);
        assertThat(reference.withMode(given).mode()).isEqualTo(given);
        assertThat(reference.withMode(null)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({"website:live, SANDBOX", ID + ":sandbox, LIVE"})
    void twoModesContradictEachOther(String text, Mode given) {
        EnvironmentReference reference = EnvironmentReference.parse(text);
        Failure failure = catchThrowableOfType(Failure.class, () -> reference.withMode(given));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"name, name, false", "name:asc, name, false", "createdAt:desc, createdAt, true"})
    void orders(String text, String field, boolean descending) {
        assertThat(Sort.parse(text)).isEqualTo(new Sort(field, descending));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name:", "name:down", "name:DESC", "a:b:asc"})
    void noOrders(String text) {
        assertThatThrownBy(() -> Sort.parse(text)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "website,      website,      true",
        "acme/website, acme/website, true",
        "acme/website, website,      true",
        "website,      acme/website, true",
        "acme/website, other/website, false",
        "acme/website, acme/app,     false",
        "website,      app,          false",
        ID + ",        " + ID + ",   true",
        ID + ",        website,      false",
        "website,      " + ID + ",   false",
    })
    void twoReferencesMayMeanTheSameProject(String one, String other, boolean same) {
        assertThat(ProjectReference.parse(one).mayBe(ProjectReference.parse(other)))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"website, false", "acme/website, true", ID + ", false"})
    void onlyWhatIsWrittenBeforeASlashNamesTheOrganization(String text, boolean names) {
        assertThat(ProjectReference.parse(text).namesOrganization()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        ":live,             website,      website",
        ":live,             acme/website, acme/website",
        "website:live,      website,      website",
        "website:live,      acme/website, acme/website",
        "acme/website:live, website,      acme/website",
        "acme/website:live, acme/website, acme/website",
    })
    void aProjectGivenApartCompletesTheOneOfAnEnvironment(String text, String given, String project) {
        EnvironmentReference reference = text.startsWith(":")
                ? EnvironmentReference.current().withMode(Mode.LIVE)
                : EnvironmentReference.parse(text);
        assertThat(reference.withProject(ProjectReference.parse(given)))
                .isEqualTo(new EnvironmentReference.OfProject(ProjectReference.parse(project), Mode.LIVE));
        assertThat(reference.withProject(null)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({
        "website:live,      app",
        "acme/website:live, other/website",
        "acme/website:live, app",
        "acme/website:live, " + ID,
        ID + ",             website",
        ID + ",             " + ID,
    })
    void aProjectGivenApartContradictsNoOther(String text, String given) {
        EnvironmentReference reference = EnvironmentReference.parse(text);
        Failure failure =
                catchThrowableOfType(Failure.class, () -> reference.withProject(ProjectReference.parse(given)));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(reference.withProject(null)).isEqualTo(reference);
    }
}
