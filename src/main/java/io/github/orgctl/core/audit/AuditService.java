package io.github.orgctl.core.audit;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ConfinedActions;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.EventFilter;
import io.github.orgctl.core.model.audit.EventReference;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
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

    /**
     * The events that are asked for, the oldest first or in the page's order; without those that the acting identity may
     * not read.
     *
     * @throws Failure FORBIDDEN when all that is asked for is such
     */
    public Listing<RecordedEvent> list(AuditQuery query, Page<EventReference> page) {
        return list(query, page, scope(query));
    }

    private Listing<RecordedEvent> list(AuditQuery query, Page<EventReference> page, AuditScope scope) {
        RecordedEvent after =
                page.after() == null ? null : finder(Action.AUDIT_LIST).event(page.after(), scope);
        Page<RecordedEvent> events = new Page<>(page.limit(), after, page.sort());
        return tx.audit().list(scope.accessScope(), filter(query, scope), events);
    }

    /**
     * The first time what {@link #list} does, and each further time what has come to the trail since then, chain by chain.
     * What the query names is looked up the first time alone: it may be called otherwise later, or be gone.
     *
     * @param positions how far it got, which this moves on
     * @throws Failure USAGE when the query or the page has an end, or another order
     */
    public Listing<RecordedEvent> follow(AuditQuery query, Page<EventReference> page, AuditPositions positions) {
        if (page.limit() != null || page.sort() != null || query.until() != null) {
            throw Failure.usage(
                    "followed events can't be limited, sorted or ended: they are shown as they occur",
                    Advice.LEAVE_OUT_FOLLOW.of());
        }
        if (positions.scope() != null) {
            AuditScope scope = finder(Action.AUDIT_LIST).again(positions.scope());
            return new Since(tx.audit().heads(scope.accessScope()), filter(query, scope), positions);
        }
        AuditScope scope = scope(query);
        List<AuditHead> heads = tx.audit().heads(scope.accessScope());
        Listing<RecordedEvent> present = list(query, page, scope);
        return action -> {
            boolean cut = present.forEach(action);
            positions.begin(scope, heads);
            return cut;
        };
    }

    /** What has come to chains since somebody looked last. */
    private final class Since implements Listing<RecordedEvent> {
        private final List<AuditHead> heads;
        private final EventFilter filter;
        private final AuditPositions positions;

        private Since(List<AuditHead> heads, EventFilter filter, AuditPositions positions) {
            this.heads = heads;
            this.filter = filter;
            this.positions = positions;
        }

        @Override
        public boolean forEach(Consumer<? super RecordedEvent> action) {
            for (AuditHead head : heads) {
                Id chain = head.organizationId();
                long last = positions.of(chain);
                if (head.sequence() > last) {
                    tx.audit()
                            .list(AccessScope.EVERYTHING.within(chain), filter.from(last), new Page<>(null, null, null))
                            .forEach(event -> {
                                action.accept(event);
                                positions.scope(chain, event.event().sequence());
                            });
                    positions.scope(chain, head.sequence());
                }
            }
            return false;
        }
    }

    /**
     * Walks chains from their first event to their last, and compares them with heads that were kept, and with what the
     * environments hold.
     *
     * @param all whether of all organizations that are seen, which is so, too, where the command names none
     */
    public Verification verify(boolean all, KeptHeads kept) {
        AccessScope accessScope =
                finder(Action.AUDIT_VERIFY).ofAllUnlessNamed(all).accessScope();
        NavigableSet<Id> chains = new TreeSet<>();
        int compared = 0;
        int passedOver = 0;
        for (Id organization : kept.organizations()) {
            if (accessScope.covers(organization)) {
                chains.add(organization);
                compared += kept.count(organization);
            } else {
                passedOver += kept.count(organization);
            }
        }
        tx.audit().heads(accessScope).forEach(head -> chains.add(head.organizationId()));
        // An organization has a chain from its creation on, so that one without is found, too.
        for (boolean deleted : new boolean[] {false, true}) {
            tx.organizations()
                    .list(accessScope, new Page<>(null, null, null), deleted)
                    .forEach(organization -> chains.add(organization.id()));
        }
        List<ChainVerdict> verdicts = new ArrayList<>(chains.size());
        StateCheck states = new StateCheck(tx);
        for (Id organization : chains) {
            verdicts.add(states.of(new ChainCheck(organization, kept.of(organization))
                    .of(tx.audit().chain(organization))));
        }
        for (String stray : tx.audit().strays(accessScope)) {
            verdicts.add(ChainVerdict.stray(stray));
        }
        return new Verification(verdicts, compared, passedOver);
    }

    /**
     * The lines of an export: the heads of all chains first, so that they are there even where the rest is cut off, then
     * each chain from its first event to its last. Events are for those who may read all of them; heads tell nothing.
     *
     * @param all whether of all organizations that are seen, rather than of the current one
     */
    public Listing<byte[]> export(boolean all) {
        AuditScope scope = finder(Action.AUDIT_EXPORT).of(all);
        return new Export(tx.audit().heads(scope.accessScope()), false);
    }

    /**
     * The heads of chains, in lines.
     *
     * @param all whether of all organizations that are seen, which is so, too, where the command names none
     */
    public Listing<byte[]> heads(boolean all) {
        AuditScope scope = finder(Action.AUDIT_VERIFY).ofAllUnlessNamed(all);
        return new Export(tx.audit().heads(scope.accessScope()), true);
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
        EventReaders readers = new EventReaders(access);
        List<ConfinedActions> confined = readers.confined(scope.accessScope());
        if (query.actions() != null) {
            readers.refuseUnreadable(query.actions().actions(), confined);
        }
        return new EventFilter(
                scope.projectId(),
                query.actor() == null ? null : query.actor().name(),
                query.target() == null ? null : Target.nameOf(query.target()),
                query.actions() == null ? null : query.actions().actions(),
                query.since() == null ? null : query.since().before(now),
                query.until() == null ? null : query.until().before(now),
                confined,
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
