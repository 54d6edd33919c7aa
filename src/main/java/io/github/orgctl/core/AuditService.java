package io.github.orgctl.core;

import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.AuditHead;
import io.github.orgctl.core.model.ChainVerdict;
import io.github.orgctl.core.model.EventFilter;
import io.github.orgctl.core.model.EventReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.KeptHeads;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.model.Reach;
import io.github.orgctl.core.model.RecordedEvent;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the audit trail, checks it and hands it out. */
public final class AuditService {
    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final Instant now;

    public AuditService(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.now = work.now();
    }

    /** The events that are asked for, the oldest first or in the page's order. */
    public Listing<RecordedEvent> list(AuditQuery query, Page<EventReference> page) {
        AuditScope scope = scope(query);
        RecordedEvent after =
                page.after() == null ? null : finder(Action.AUDIT_LIST).event(page.after(), scope);
        Page<RecordedEvent> events = new Page<>(page.limit(), after, page.sort());
        return tx.audit().list(scope.reach(), filter(query, scope), events);
    }

    /**
     * The first time what {@link #list} does, and each further time what has come to the trail since then, chain by chain.
     *
     * @param positions how far it got, which this moves on
     * @throws Failure USAGE when the query or the page has an end, or another order
     */
    public Listing<RecordedEvent> follow(AuditQuery query, Page<EventReference> page, AuditPositions positions) {
        if (page.limit() != null || page.sort() != null || query.until() != null) {
            throw Failure.usage(
                    "--follow goes on for ever, in the order in which events come",
                    "leave out --limit, --sort and --until, or --follow");
        }
        AuditScope scope = scope(query);
        List<AuditHead> heads = tx.audit().heads(scope.reach());
        if (!positions.haveBegun()) {
            positions.begin(heads);
            return list(query, page);
        }
        EventFilter filter = filter(query, scope);
        return action -> {
            for (AuditHead head : heads) {
                long last = positions.of(head.organizationId());
                if (head.sequence() > last) {
                    Reach chain = Reach.EVERYTHING.within(head.organizationId());
                    tx.audit()
                            .list(chain, filter.from(last), new Page<>(null, null, null))
                            .forEach(action);
                    positions.reach(head.organizationId(), head.sequence());
                }
            }
            return false;
        };
    }

    /**
     * Walks chains from their first event to their last, and compares them with heads that were kept.
     *
     * @param all whether of all organizations that are seen, which is so, too, where the command names none
     * @return what was found, by the organizations' ids
     */
    public List<ChainVerdict> verify(boolean all, KeptHeads kept) {
        boolean given = resolver.context().organizationIsGiven();
        Reach reach = finder(Action.AUDIT_VERIFY).of(all || !given).reach();
        NavigableSet<Id> chains = new TreeSet<>(kept.organizations());
        chains.removeIf(organization -> !reach.covers(organization));
        tx.audit().heads(reach).forEach(head -> chains.add(head.organizationId()));
        List<ChainVerdict> verdicts = new ArrayList<>(chains.size());
        for (Id organization : chains) {
            verdicts.add(new ChainCheck(organization, kept.of(organization))
                    .of(tx.audit().chain(organization)));
        }
        return verdicts;
    }

    /**
     * The lines of an export: the heads of all chains first, so that they are there even where the rest is cut off, then
     * each chain from its first event to its last.
     *
     * @param all whether of all organizations that are seen, rather than of the current one
     * @param headsOnly whether the heads are all
     */
    public Listing<byte[]> export(boolean all, boolean headsOnly) {
        List<AuditHead> heads =
                tx.audit().heads(finder(Action.AUDIT_EXPORT).of(all).reach());
        return new Export(heads, headsOnly);
    }

    private AuditScope scope(AuditQuery query) {
        return query.project() == null
                ? finder(Action.AUDIT_LIST).of(query.allOrganizations())
                : finder(Action.AUDIT_LIST).of(query.allOrganizations(), query.project());
    }

    private AuditScope.Finder finder(Action action) {
        return new AuditScope.Finder(tx, resolver, access, action);
    }

    private EventFilter filter(AuditQuery query, AuditScope scope) {
        return new EventFilter(
                scope.projectId(),
                query.member() == null ? null : query.member().mailbox(),
                query.actions() == null ? null : query.actions().actions(),
                query.since() == null ? null : query.since().before(now),
                query.until() == null ? null : query.until().before(now),
                0);
    }

    private final class Export implements Listing<byte[]> {
        private final List<AuditHead> heads;
        private final boolean headsOnly;

        private Export(List<AuditHead> heads, boolean headsOnly) {
            this.heads = heads;
            this.headsOnly = headsOnly;
        }

        @Override
        public boolean forEach(Consumer<? super byte[]> action) {
            for (AuditHead head : heads) {
                action.accept(head.line().getBytes(StandardCharsets.UTF_8));
            }
            for (AuditHead head : headsOnly ? List.<AuditHead>of() : heads) {
                tx.audit().chain(head.organizationId()).forEach(event -> action.accept(event.line()));
            }
            return false;
        }
    }
}
