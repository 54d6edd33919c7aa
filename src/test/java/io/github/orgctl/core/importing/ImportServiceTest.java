package io.github.orgctl.core.importing;

import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.RowSource;
import io.github.orgctl.core.port.RowSource.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportServiceTest {
    private static final Until EXPIRES = Until.parse("7d");

    private static ImportService imports(Acting acting) {
        return new ImportService(acting.organizations(), acting.projects(), acting.members(), acting.invitations());
    }

    /** Rows written as {@code field=value field=value}, one per line. */
    private static RowSource rows(String... rows) {
        List<Row> read = new ArrayList<>();
        for (String row : rows) {
            Map<String, String> values = new HashMap<>();
            for (String each : row.split(" ")) {
                int sign = each.indexOf('=');
                values.put(each.substring(0, sign), each.substring(sign + 1));
            }
            read.add(new Row(read.size() + 1, values));
        }
        return reader -> read.forEach(reader::row);
    }

    private static Organization organization(Acting acting, String slug) {
        return acting.organizations().show(OrganizationReference.parse(slug));
    }

    private static Project project(Acting acting, String reference) {
        return acting.projects().show(ProjectReference.parse(reference));
    }

    @Test
    void createsOrganizations() {
        Acting.inNewStore(acting -> {
            RowSource source = rows(
                    "name=Acme",
                    "name=Globex slug=globe websiteUrl=https://globex.example description=Global liveWrites=admin");
            assertThat(imports(acting).organizations(source, ExistingRows.REFUSE))
                    .isEqualTo(new ImportSummary(2, 2, 0, 0, 0));
            Organization acme = organization(acting, "acme");
            assertThat(acme.name()).hasToString("Acme");
            assertThat(acme.liveWrites()).isEqualTo(LiveWrites.DEFAULT);
            assertThat(acme.description()).isEqualTo(Description.NONE);
            Organization globex = organization(acting, "globe");
            assertThat(globex.websiteUrl()).hasToString("https://globex.example");
            assertThat(globex.description()).hasToString("Global");
            assertThat(globex.liveWrites()).isEqualTo(LiveWrites.parse("admin"));
        });
    }

    @Test
    void whatIsThereIsRefusedSkippedOrUpdated() {
        Acting.inNewStore(acting -> {
            acting.organization("Acme");
            acting.organization("Globex");
            RowSource source = rows("name=Acme description=New", "name=Globex", "name=Third");
            refused(Kind.CONFLICT, () -> imports(acting).organizations(source, ExistingRows.REFUSE));
        });
        Acting.inNewStore(acting -> {
            acting.organization("Acme");
            RowSource source = rows("name=Acme description=New", "name=Third");
            assertThat(imports(acting).organizations(source, ExistingRows.SKIP))
                    .isEqualTo(new ImportSummary(2, 1, 0, 0, 1));
            assertThat(organization(acting, "acme").description()).isEqualTo(Description.NONE);
            assertThat(imports(acting).organizations(source, ExistingRows.UPDATE))
                    .isEqualTo(new ImportSummary(2, 0, 1, 1, 0));
            assertThat(organization(acting, "acme").description()).hasToString("New");
        });
    }

    @Test
    void importsProjectsIntoOrganizations() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Globex");
            Acting acting = operator.chosen("acme");
            RowSource source = rows("name=App", "name=Shop slug=store organization=globex description=Sells");
            assertThat(imports(acting).projects(source, ExistingRows.REFUSE))
                    .isEqualTo(new ImportSummary(2, 2, 0, 0, 0));
            assertThat(project(operator, "acme/app").description()).isEqualTo(Description.NONE);
            assertThat(project(operator, "globex/store").name()).hasToString("Shop");
            assertThat(project(operator, "globex/store").description()).hasToString("Sells");
            refused(Kind.CONFLICT, () -> imports(acting).projects(source, ExistingRows.REFUSE));
        });
    }

    @Test
    void projectsThatAreThereAreSkippedOrUpdated() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "App");
            Acting acting = operator.in("acme");
            RowSource source = rows("name=App description=New", "name=Shop");
            assertThat(imports(acting).projects(source, ExistingRows.SKIP)).isEqualTo(new ImportSummary(2, 1, 0, 0, 1));
            assertThat(project(operator, "acme/app").description()).isEqualTo(Description.NONE);
            assertThat(imports(acting).projects(source, ExistingRows.UPDATE))
                    .isEqualTo(new ImportSummary(2, 0, 1, 1, 0));
            assertThat(project(operator, "acme/app").description()).hasToString("New");
        });
    }

    @Test
    void invitesMembersOrChangesTheirRoles() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.join("acme", "ann@example.com", Role.VIEWER);
            operator.join("acme", "ben@example.com", Role.VIEWER);
            Acting acting = operator.in("acme");
            RowSource source = rows(
                    "email=ann@example.com role=admin",
                    "email=ben@example.com",
                    "email=new@example.com",
                    "email=boss@example.com role=admin organization=acme");
            MemberImport imported = imports(acting).members(source, ExistingRows.UPDATE, Role.VIEWER, EXPIRES);
            assertThat(imported.summary()).isEqualTo(new ImportSummary(4, 2, 1, 1, 0));
            assertThat(imported.invitations()).hasSize(2);
            assertThat(acting.members().show(new Email("ann@example.com")).role())
                    .isEqualTo(Role.ADMIN);
            assertThat(imported.invitations())
                    .extracting(issued -> issued.invitation().role())
                    .containsExactly(Role.VIEWER, Role.ADMIN);
            RowSource again = rows("email=ann@example.com role=viewer", "email=ben@example.com role=viewer");
            MemberImport skipped = imports(acting).members(again, ExistingRows.SKIP, Role.VIEWER, EXPIRES);
            assertThat(skipped.summary()).isEqualTo(new ImportSummary(2, 0, 0, 0, 2));
            assertThat(skipped.invitations()).isEmpty();
            assertThat(acting.members().show(new Email("ann@example.com")).role())
                    .isEqualTo(Role.ADMIN);
            refused(Kind.CONFLICT, () -> imports(acting).members(again, ExistingRows.REFUSE, Role.VIEWER, EXPIRES));
        });
    }

    @Test
    void namesTheRowsThatFailed() {
        Acting.inNewStore(acting -> {
            RowSource source = reader -> {
                rows("slug=acme", "name=Good").read(reader);
                reader.malformed(3, Failure.usage("the quote is not closed"));
            };
            Failure failure = failure(() -> imports(acting).organizations(source, ExistingRows.REFUSE));
            assertThat(failure.kind()).isEqualTo(Kind.USAGE);
            assertThat(failure)
                    .hasMessage("nothing was imported: 2 of 3 rows failed\n  line 1: there is no name"
                            + "\n  line 3: the quote is not closed");
            Failure one = failure(() -> imports(acting).organizations(rows("slug=acme"), ExistingRows.REFUSE));
            assertThat(one).hasMessage("nothing was imported: 1 of 1 row failed\n  line 1: there is no name");
        });
    }

    @Test
    void namesTheFirstTwentyRows() {
        Acting.inNewStore(acting -> {
            String[] bad = new String[22];
            Arrays.fill(bad, "slug=x");
            String message = failure(() -> imports(acting).organizations(rows(bad), ExistingRows.REFUSE))
                    .getMessage();
            assertThat(message).contains("line 20:").doesNotContain("line 21:").endsWith("\n  and 2 more");
            String twenty = failure(
                            () -> imports(acting).organizations(rows(Arrays.copyOf(bad, 20)), ExistingRows.REFUSE))
                    .getMessage();
            assertThat(twenty).contains("line 20:").doesNotContain("more");
        });
    }

    @Test
    void whatHelpsASingleCommandIsSaidUnlessItIsAConflict() {
        Failure conflict = new Failure(Kind.CONFLICT, "it exists", "skip it");
        Failure unknown = new Failure(Kind.NOT_FOUND, "it does not exist", "make it");
        assertThat(ofRows(conflict, unknown).hint()).isNull();
        assertThat(ofRows(unknown, conflict).hint()).hasToString("make it");
        assertThat(ofRows(unknown, conflict).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    private static Failure ofRows(Failure... failures) {
        RowSource source = rows("row=0", "row=1");
        return failure(() -> RowImport.of(source, row -> {
            throw failures[Integer.parseInt(row.get("row"))];
        }));
    }

    @Test
    void whatFailsForEveryRowEndsTheImport() {
        Failure busy = new Failure(Kind.BUSY, "the store is busy", (String) null);
        assertThat(ofRows(busy)).isSameAs(busy);
        assertThat(ofRows(new Failure(Kind.RULE, "a rule", (String) null), busy))
                .isSameAs(busy);
    }
}
