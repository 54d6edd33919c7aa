package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of migration 0007 that SQL can't express: addresses with an internationalized domain get the ASCII form
 * defined by UTS 46. Earlier versions compared domains by IDNA 2003, which maps {@code straße.de} to
 * {@code strasse.de}. If the new address already belongs to another member of the organization, or the domain is no
 * longer valid, the address is replaced with its old ASCII form, so that no two members are merged.
 */
final class MailboxMigration {
    static final String NAME = "0007_mailboxes";

    private final Connection connection;

    MailboxMigration(Connection connection) {
        this.connection = connection;
    }

    private record Row(String organization, String email, String mailbox) {}

    void run() {
        for (String table : new String[] {"member", "invitation"}) {
            for (Row row : rows("SELECT organization_id, email, mailbox FROM " + table)) {
                Email address = address(row);
                if (!address.mailbox().equals(row.mailbox()) && isTaken(row.organization(), address.mailbox())) {
                    address = old(row);
                }
                if (!address.value().equals(row.email()) || !address.mailbox().equals(row.mailbox())) {
                    respell(row, address);
                }
            }
        }
        for (Row row : rows("SELECT organization_id, email, '' FROM billing_account WHERE email <> ''")) {
            respellAccount(row);
        }
    }

    private List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        try (Sql row = new Sql(connection, query)) {
            while (row.next()) {
                rows.add(new Row(row.text(1), row.text(2), row.text(3)));
            }
        }
        return rows;
    }

    private static Email address(Row row) {
        try {
            return new Email(row.email());
        } catch (Failure noDomain) {
            return old(row);
        }
    }

    private static Email old(Row row) {
        String local = row.email().substring(0, row.email().lastIndexOf('@'));
        return Email.stored(local + row.mailbox().substring(row.mailbox().lastIndexOf('@')));
    }

    private boolean isTaken(String organization, String mailbox) {
        String uses = " WHERE organization_id = ? AND mailbox = ?";
        try (Sql query = new Sql(
                        connection,
                        "SELECT 1 FROM member" + uses + " UNION ALL SELECT 1 FROM member_period" + uses
                                + " UNION ALL SELECT 1 FROM invitation" + uses)
                .with(organization)
                .with(mailbox)
                .with(organization)
                .with(mailbox)
                .with(organization)
                .with(mailbox)) {
            return query.next();
        }
    }

    /** Changes a person's address in all tables of an organization. */
    private void respell(Row row, Email address) {
        for (String table : new String[] {"member", "invitation"}) {
            new Sql(
                            connection,
                            "UPDATE " + table + " SET email = ?, mailbox = ? WHERE organization_id = ? AND mailbox = ?")
                    .with(address.value())
                    .with(address.mailbox())
                    .with(row.organization())
                    .with(row.mailbox())
                    .run();
        }
        new Sql(connection, "UPDATE member_period SET mailbox = ? WHERE organization_id = ? AND mailbox = ?")
                .with(address.mailbox())
                .with(row.organization())
                .with(row.mailbox())
                .run();
    }

    private void respellAccount(Row row) {
        String value;
        try {
            value = new Email(row.email()).value();
        } catch (Failure noDomain) {
            // The address is used for billing only and identifies nobody; the next update of the account requires a
            // valid one.
            return;
        }
        if (!value.equals(row.email())) {
            new Sql(connection, "UPDATE billing_account SET email = ? WHERE organization_id = ?")
                    .with(value)
                    .with(row.organization())
                    .run();
        }
    }
}
