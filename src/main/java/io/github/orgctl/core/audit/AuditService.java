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
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Lists, verifies and exports the audit log. */
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
     * Lists the matching events that the acting identity may read, oldest first or in the page's order.
     *
     * @throws Failure FORBIDDEN if all requested actions are unreadable
     */
    public Listing<RecordedEvent> list(AuditQuery query, Page<EventReference> page) {
        return list(query, page, scope(query));
    }

    /** Text that changes whenever anything in the store does: cheap to ask for again and again. */
    public String latest() {
        return tx.audit().latest();
    }

    private Listing<RecordedEvent> list(AuditQuery query, Page<EventReference> page, AuditScope scope) {
        RecordedEvent after =
                page.after() == null ? null : finder(Action.AUDIT_LIST).event(page.after(), scope);
        Page<RecordedEvent> events = new Page<>(page.limit(), after, page.sort());
        return tx.audit().list(scope.accessScope(), filter(query, scope), events);
    }

    /**
     * The first call works like {@link #list}; each later call returns the events added since then, chain by chain.
     * References in the query are resolved only once, because resources may be renamed or purged later.
     *
     * @param positions how far the log has been read; updated by each call
     * @throws Failure USAGE if the query or the page has an end or another order
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

    /** Events added to chains since the last read. */
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
     * Verifies chains from their first to their last event, and compares them with previously exported heads and with
     * the environments' current state.
     *
     * @param all whether to include all visible organizations; also the default unless the command names one
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
        List<ChainVerdict> verdicts = new ChainVerifier(tx).verify(accessScope, chains, kept);
        return new Verification(verdicts, compared, passedOver);
    }

    /**
     * The lines of an export: first the heads of all chains, so that they survive a truncation, then each chain in
     * order. Events require the right to read all of them; heads reveal nothing.
     *
     * @param all whether to include all visible organizations instead of the current one
     */
    public Listing<byte[]> export(boolean all) {
        AuditScope scope = finder(Action.AUDIT_EXPORT).of(all);
        return new Export(tx.audit().heads(scope.accessScope()), false);
    }

    /**
     * The heads of chains as lines.
     *
     * @param all whether to include all visible organizations; also the default unless the command names one
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
