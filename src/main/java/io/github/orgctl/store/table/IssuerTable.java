package io.github.orgctl.store.table;

import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.port.IssuerRepository;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;

/** The table {@code issuer}, which has one row. */
final class IssuerTable implements IssuerRepository {
    private final Connection connection;

    IssuerTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Issuer current() {
        try (Sql row = new Sql(connection, "SELECT name, address, tax_id, email FROM issuer")) {
            return row.next() ? of(row.text(1), row.text(2), row.text(3), row.text(4)) : Issuer.NONE;
        }
    }

    @Override
    public void set(Issuer issuer) {
        try (Sql update = new Sql(connection, "UPDATE issuer SET name = ?, address = ?, tax_id = ?, email = ?")
                .with(issuer.name().value())
                .with(issuer.address().value())
                .with(issuer.taxId().value())
                .with(email(issuer))) {
            update.run();
        }
    }

    /** Stored form of the e-mail address: empty for none. */
    static String email(Issuer issuer) {
        return issuer.email() == null ? "" : issuer.email().value();
    }

    static Issuer of(String name, String address, String taxId, String email) {
        return new Issuer(
                new Line(name),
                new Description(address),
                new Line(taxId),
                email.isEmpty() ? null : Email.stored(email));
    }
}
