package io.github.orgctl.store.jdbc;

import static io.github.orgctl.store.Fixtures.T0;
import static io.github.orgctl.store.Fixtures.add;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.id;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.store.StoreBase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migration of e-mail addresses stored by earlier versions. */
public abstract class MailboxContract extends StoreBase {
    private static final String STRASSE = "xn--strae-oqa.de";

    private final Organization acme = organization("acme");
    private final Organization globex = organization("globex");

    /** Resets the store's schema version to before the migration. */
    public abstract void outdate() throws SQLException;

    @BeforeEach
    public void insert() {
        change(store, tx -> {
            add(tx, acme);
            add(tx, globex);
        });
    }

    private void member(Organization organization, String email) {
        change(store, tx -> new Members(tx)
                .insert(new Member(
                        id(),
                        organization.id(),
                        organization.slug(),
                        new Email(email),
                        Role.VIEWER,
                        MemberStatus.ACTIVE,
                        T0,
                        T0)));
    }

    /** Stores an address as the earlier version did. */
    private void respell(Organization organization, String now, String email, String mailbox) throws SQLException {
        String where = " WHERE organization_id = '" + organization.id().value() + "' AND mailbox = '" + now + "'";
        sql(
                "UPDATE member SET email = '" + email + "', mailbox = '" + mailbox + "'" + where,
                "UPDATE invitation SET email = '" + email + "', mailbox = '" + mailbox + "'" + where,
                "UPDATE member_period SET mailbox = '" + mailbox + "'" + where);
    }

    /** Removes what later migrations created, because the upgrade creates it again. */
    private void removeWhatCameLater() throws SQLException {
        sql(
                "DROP TABLE IF EXISTS command",
                "DROP INDEX usage_record_series",
                "ALTER TABLE organization DROP COLUMN checksum",
                "ALTER TABLE project DROP COLUMN checksum",
                "ALTER TABLE environment DROP COLUMN checksum",
                "ALTER TABLE project_schema DROP COLUMN checksum",
                "ALTER TABLE member DROP COLUMN checksum",
                "ALTER TABLE invitation DROP COLUMN checksum",
                "ALTER TABLE api_token DROP COLUMN checksum",
                "ALTER TABLE billing_account DROP COLUMN checksum",
                "ALTER TABLE plan_version DROP COLUMN checksum",
                "ALTER TABLE statement DROP COLUMN checksum",
                "ALTER TABLE statement_line DROP COLUMN checksum",
                "DROP TABLE environment_note",
                "DROP TABLE secret_version",
                "DROP TABLE secret_policy",
                "DROP TABLE environment_reference",
                "ALTER TABLE environment_value DROP COLUMN template",
                "ALTER TABLE environment_value DROP COLUMN version",
                "ALTER TABLE environment_value DROP COLUMN number",
                "ALTER TABLE environment_value DROP COLUMN valued_at",
                "ALTER TABLE store DROP COLUMN scrubbed",
                "ALTER TABLE store DROP COLUMN epoch",
                "DROP TABLE issuer",
                "ALTER TABLE statement DROP COLUMN issuer_name",
                "ALTER TABLE statement DROP COLUMN issuer_address",
                "ALTER TABLE statement DROP COLUMN issuer_tax_id",
                "ALTER TABLE statement DROP COLUMN issuer_email");
    }

    private ListAssert<String> assertAfterwards(String query) throws SQLException {
        removeWhatCameLater();
        outdate();
        assertThat(read(store, tx -> tx.inspection().info()).schemaVersion())
                .isEqualTo(Migrations.released().size());
        List<String> rows = new ArrayList<>();
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getString(2));
            }
        }
        return assertThat(rows);
    }

    private static String all(String table) {
        return "SELECT " + (table.equals("member_period") ? "'-'" : "email") + ", mailbox FROM " + table
                + " ORDER BY mailbox";
    }

    @Test
    public void aPersonKeepsTheAddressThatWasTyped() throws SQLException {
        member(acme, "Ann@straße.de");
        change(store, tx -> tx.invitations()
                .insert(
                        new Invitation(
                                id(),
                                acme.id(),
                                acme.slug(),
                                new Email("Ann@straße.de"),
                                Role.ADMIN,
                                InvitationStatus.PENDING,
                                "os:ann@box",
                                T0,
                                T0.plusSeconds(60),
                                null),
                        Sha256.of("token")));
        respell(acme, "ann@" + STRASSE, "Ann@straße.de", "ann@strasse.de");
        String kept = "Ann@" + STRASSE + " ann@" + STRASSE;
        assertAfterwards(all("member")).containsExactly(kept);
        assertAfterwards(all("invitation")).containsExactly(kept);
        assertAfterwards(all("member_period")).containsExactly("- ann@" + STRASSE);
        assertFound(tx -> tx.members().find(acme.id(), new Email("ann@straße.de")))
                .isPresent();
        assertFound(tx -> tx.members().find(acme.id(), new Email("ann@strasse.de")))
                .isEmpty();
    }

    @Test
    public void twoPeopleStayTwo() throws SQLException {
        member(acme, "ann@" + STRASSE);
        member(acme, "ann@strasse.de");
        member(globex, "ann@straße.de");
        respell(acme, "ann@strasse.de", "ann@straße.de", "ann@strasse.de");
        respell(globex, "ann@" + STRASSE, "ann@straße.de", "ann@strasse.de");
        assertAfterwards("SELECT o.slug, m.mailbox FROM member m JOIN organization o ON o.id = m.organization_id"
                        + " ORDER BY o.slug, m.mailbox")
                .containsExactly("acme ann@strasse.de", "acme ann@" + STRASSE, "globex ann@" + STRASSE);
        assertAfterwards(all("member_period"))
                .containsExactly("- ann@strasse.de", "- ann@" + STRASSE, "- ann@" + STRASSE);
        assertAfterwards(all("member")).contains("ann@strasse.de ann@strasse.de");
    }

    @Test
    public void whatIsNoDomainAnyMoreIsSpelledAsItWasCompared() throws SQLException {
        member(acme, "ann@example.com");
        respell(acme, "ann@example.com", "ann@a‍b.example", "ann@ab.example");
        assertAfterwards(all("member")).containsExactly("ann@ab.example ann@ab.example");
    }

    @Test
    public void accountsAreSpelledAlike() throws SQLException {
        sql("UPDATE billing_account SET email = 'Pay@bücher.example' WHERE organization_id = '"
                + acme.id().value() + "'");
        assertAfterwards("SELECT email, email FROM billing_account WHERE email <> ''")
                .containsExactly("Pay@xn--bcher-kva.example Pay@xn--bcher-kva.example");
    }

    @Test
    public void otherAddressesStayAsTheyWereTyped() throws SQLException {
        member(acme, "Ben@Example.com");
        assertAfterwards(all("member")).containsExactly("Ben@Example.com ben@example.com");
    }
}
