package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.access.ConfinedActions;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainEnd;
import io.github.orgctl.core.model.audit.EventFilter;
import io.github.orgctl.core.model.audit.EventText;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.audit.StoredEvent;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Timestamps;
import io.github.orgctl.core.port.AuditRepository;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.store.jdbc.Bounds;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The table {@code audit_event}. Queries that walk a chain avoid the generated columns, because the database parses the
 * event's whole text for each of them.
 */
public final class AuditTable extends RowStream<RecordedEvent> implements AuditRepository {
    private static final String SELECT = "SELECT organization_id, event, hash FROM audit_event WHERE ";

    /** Sortable fields: columns that the database generates from the event's text. They are never read. */
    private enum Field implements Column<RecordedEvent> {
        SEQUENCE(selected("sequence")),
        AT(selected("at")),
        ACTOR(selected("actor")),
        ACTION(selected("action")),
        TARGET(selected("target")),
        ORGANIZATION_ID(selected("organization_id"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(RecordedEvent row) {
            return switch (this) {
                case SEQUENCE -> row.event().sequence();
                case AT -> Timestamps.text(row.event().at());
                case ACTOR -> row.event().actor();
                case ACTION -> row.event().action();
                case TARGET -> row.event().target().name();
                case ORGANIZATION_ID -> row.event().target().organizationId().value();
            };
        }
    }

    /** Maximum number of index entries to examine in order to save reading as many events. */
    private static final int MANY = 50_000;

    private final Connection connection;
    private final EventText text = new EventText();

    public AuditTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<AuditHead> head(Id organizationId) {
        try (Sql query = new Sql(
                        connection,
                        "SELECT sequence, hash FROM audit_event WHERE organization_id = ?"
                                + " ORDER BY sequence DESC LIMIT 1")
                .with(organizationId.value())) {
            return query.next()
                    ? Optional.of(new AuditHead(organizationId, query.number(1), query.text(2)))
                    : Optional.empty();
        }
    }

    @Override
    public Optional<ChainEnd> end(Id organizationId) {
        try (Sql query = new Sql(
                        connection,
                        "SELECT sequence, hash, event FROM audit_event WHERE organization_id = ?"
                                + " ORDER BY sequence DESC LIMIT 1")
                .with(organizationId.value())) {
            return query.next()
                    ? Optional.of(new ChainEnd(
                            new AuditHead(organizationId, query.number(1), query.text(2)), time(query.bytes(3))))
                    : Optional.empty();
        }
    }

    /** The time of an event, or null if it is damaged; the verification reports that. */
    private Instant time(byte[] event) {
        try {
            return text.read(event).at();
        } catch (Failure damaged) {
            return null;
        }
    }

    @Override
    public List<AuditHead> heads(AccessScope scope) {
        List<Id> organizations = scope.organizations() == null ? allChains() : new ArrayList<>(scope.organizations());
        Collections.sort(organizations);
        List<AuditHead> heads = new ArrayList<>(organizations.size());
        for (Id organization : organizations) {
            head(organization).ifPresent(heads::add);
        }
        return heads;
    }

    @Override
    public String latest() {
        // Asked every second: an import leaves any number of events at one time.
        String latest = "SELECT COUNT(*), MAX(at) FROM (SELECT at FROM audit_event"
                + " WHERE at = (SELECT MAX(at) FROM audit_event) LIMIT 100) AS newest";
        try (Sql query = new Sql(connection, latest)) {
            return query.next() && query.number(1) > 0 ? query.number(1) + " at " + query.object(2) : "";
        }
    }

    private List<Id> allChains() {
        List<Id> organizations = new ArrayList<>();
        for (String text : owners()) {
            if (Id.looksLikeId(text)) {
                organizations.add(new Id(text));
            }
        }
        return organizations;
    }

    @Override
    public List<String> strays(AccessScope scope) {
        List<String> strays = new ArrayList<>();
        if (scope.organizations() == null) {
            strays.addAll(owners());
            strays.removeIf(Id::looksLikeId);
        }
        return strays;
    }

    /** Skips from one organization to the next, where grouping would read every event. */
    private List<String> owners() {
        List<String> owners = new ArrayList<>();
        String next = "SELECT MIN(organization_id) FROM audit_event WHERE organization_id > ?";
        String last = "";
        while (last != null) {
            try (Sql query = new Sql(connection, next).with(last)) {
                query.next();
                last = query.text(1);
            }
            if (last != null) {
                owners.add(last);
            }
        }
        return owners;
    }

    @Override
    public void append(AuditHead head, String event) {
        new Sql(connection, "INSERT INTO audit_event (organization_id, sequence, event, hash) VALUES (?, ?, ?, ?)")
                .with(head.organizationId().value())
                .with(head.sequence())
                .with(event)
                .with(head.hash())
                .run();
    }

    @Override
    public Optional<RecordedEvent> find(Id organizationId, long sequence) {
        try (Sql query = new Sql(connection, SELECT + "organization_id = ? AND sequence = ?")
                .with(organizationId.value())
                .with(sequence)) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public Listing<RecordedEvent> list(AccessScope scope, EventFilter filter, Page<RecordedEvent> page) {
        boolean single = scope.organizations() != null && scope.organizations().size() == 1;
        List<String> parameters = new ArrayList<>();
        StringBuilder select = new StringBuilder(SELECT);
        boolean searching = single && filter.since() != null && page.after() == null;
        select.append("sequence > ")
                .append(searching ? before(scope.organizations().get(0), filter) : filter.after());
        select.append(Bounds.ofOrganizations(scope, "organization_id"));
        addConditions(filter, select, parameters);
        return single
                ? new Keyset<>(connection, this, select.toString(), parameters, page, Field.SEQUENCE)
                : new Keyset<>(
                        connection,
                        this,
                        select.toString(),
                        parameters,
                        page,
                        Field.AT,
                        Field.ORGANIZATION_ID,
                        Field.SEQUENCE);
    }

    /**
     * Finds a sequence number before the first matching event of a chain, as close to it as is cheap to determine. The
     * index of times needs no access to the texts, but covers all chains, so the number of entries examined is limited.
     * Clocks differ, so the first event in time need not be the first in the chain.
     */
    private long before(Id organization, EventFilter filter) {
        String recent =
                "SELECT organization_id, sequence FROM audit_event WHERE at >= ? ORDER BY at LIMIT " + (MANY + 1);
        try (Sql query = new Sql(
                        connection,
                        "SELECT COUNT(*), MIN(CASE WHEN organization_id = ? THEN sequence ELSE " + Long.MAX_VALUE
                                + " END) FROM (" + recent + ") recent")
                .with(organization.value())
                .with(Timestamps.text(filter.since()))) {
            query.next();
            long recentOnes = query.number(1);
            if (recentOnes > MANY) {
                return filter.after();
            }
            long first = recentOnes == 0 ? Long.MAX_VALUE : query.number(2);
            return Math.max(first - 1, filter.after());
        }
    }

    private static void addTimes(EventFilter filter, StringBuilder text) {
        if (filter.since() != null) {
            text.append(" AND at >= '").append(Timestamps.text(filter.since())).append('\'');
        }
        if (filter.until() != null) {
            text.append(" AND at < '").append(Timestamps.text(filter.until())).append('\'');
        }
    }

    /** The inlined values can't contain quotes; all others become parameters. */
    private static void addConditions(EventFilter filter, StringBuilder text, List<String> parameters) {
        addTimes(filter, text);
        if (filter.projectId() != null) {
            text.append(" AND project_id = '").append(filter.projectId()).append('\'');
        }
        if (filter.actions() != null) {
            text.append(" AND action IN (").append(quoted(filter.actions())).append(')');
        }
        for (ConfinedActions confined : filter.confined()) {
            text.append(" AND (action NOT IN (")
                    .append(quoted(confined.actions()))
                    .append(')');
            text.append(confined.organizations().isEmpty() ? ")" : " OR organization_id IN (");
            text.append(confined.organizations().isEmpty() ? "" : quoted(confined.organizations()) + "))");
        }
        if (filter.actor() != null) {
            text.append(" AND actor = ?");
            parameters.add(filter.actor());
        }
        if (filter.target() != null) {
            text.append(" AND target = ?");
            parameters.add(filter.target());
        }
    }

    private static String quoted(Collection<?> words) {
        StringBuilder text = new StringBuilder();
        for (Object word : words) {
            text.append(text.length() == 0 ? "'" : ", '").append(word).append('\'');
        }
        return text.toString();
    }

    @Override
    public Listing<StoredEvent> chain(Id organizationId) {
        return new Chain(connection, organizationId);
    }

    @Override
    public String noun() {
        return "audit event";
    }

    @Override
    public Hint suggestion() {
        return Advice.VERIFY_AUDIT_LOG.of();
    }

    @Override
    public RecordedEvent map(Sql row) {
        return new RecordedEvent(text.read(row.bytes(2)).event(), row.text(3));
    }

    @Override
    public Column<RecordedEvent>[] columns() {
        return Field.values();
    }

    /**
     * One chain, read lazily. It is read in parts, each in the order of the primary key and within the time limit of a
     * statement: a server that has no statistics yet would sort the whole chain first.
     */
    private record Chain(Connection connection, Id organizationId) implements Listing<StoredEvent> {
        private static final int PART = 1000;

        @Override
        public boolean forEach(Consumer<? super StoredEvent> action) {
            String part = "SELECT sequence, event, hash FROM audit_event WHERE organization_id = ? AND sequence > ?"
                    + " ORDER BY sequence LIMIT " + PART;
            try (Sql query = new Sql(connection, part)) {
                long last = Long.MIN_VALUE;
                int rows = PART;
                while (rows == PART) {
                    query.restart().with(organizationId.value()).with(last);
                    for (rows = 0; query.next(); rows++) {
                        last = query.number(1);
                        action.accept(new StoredEvent(last, query.bytes(2), query.text(3)));
                    }
                }
            }
            return false;
        }
    }
}
