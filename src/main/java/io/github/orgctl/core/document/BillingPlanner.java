package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.BillingOverview;
import io.github.orgctl.core.billing.BillingService;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.BillingTerms;
import io.github.orgctl.core.model.billing.Schedule;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/** Compares billing accounts with documents. */
final class BillingPlanner {
    private static final String PREFIX = "billing.";

    private final Planning planning;
    private final PlanNotes notes;
    private final List<PlannedWork.OfAccount> accounts = new ArrayList<>();

    BillingPlanner(Planning planning) {
        this.planning = planning;
        this.notes = planning.notes();
    }

    /** The planned changes, in document order. */
    List<PlannedWork.OfAccount> accounts() {
        return accounts;
    }

    /**
     * @param organization the existing organization, or null if it is to be created
     */
    void plan(OrganizationDocument document, Organization organization) {
        if (organization == null) {
            Instant now = planning.work().now();
            BillingAccount opened = BillingAccount.opening(null, document.slug(), now);
            plan(document, new BillingOverview(opened, Days.of(now)), Operation.CREATE);
            return;
        }
        Target target = Target.of(organization);
        notes.require(Action.BILLING_SHOW, target);
        if (!planning.work().access().permits(Action.BILLING_SHOW, target)) {
            return;
        }
        BillingOverview before =
                new BillingService(planning.work()).show(new OrganizationReference.ById(organization.id()));
        if (plan(document, before, Operation.UPDATE)) {
            notes.require(Action.BILLING_UPDATE, target);
            notes.dependOn(
                    document.slug() + " billing",
                    "revision " + before.account().revision() + " "
                            + before.account().updatedAt());
        }
    }

    /** Returns whether there are changes. */
    private boolean plan(OrganizationDocument document, BillingOverview before, Operation operation) {
        String address = document.slug().value();
        BillingChanges stated = document.billing().changes();
        List<BillingChanges> steps = new ArrayList<>();
        List<FieldChange> fields = before.account().changesTo(stated.applyTo(before.account()));
        notes.changes(operation, Resource.BILLING, address, PREFIX, fields);
        if (!fields.isEmpty()) {
            steps.add(stated.withoutTerms());
        }
        Schedule<BillingTerms> present = before.account().schedule(before.day());
        Schedule<BillingTerms> wanted = wanted(document.billing(), present, before.day());
        boolean changesNow = !present.present().equals(wanted.present());
        if (changesNow) {
            addTerms(operation, address, "", present.present(), wanted.present());
        }
        NavigableMap<LocalDate, BillingTerms> later = later(document, present, wanted, operation);
        steps.addAll(steps(stated, present, new Schedule<>(wanted.present(), later)));
        if (!steps.isEmpty()) {
            accounts.add(new PlannedWork.OfAccount(document, steps));
        }
        return !steps.isEmpty();
    }

    /** The desired schedule: each entry is based on the one before it. */
    private static Schedule<BillingTerms> wanted(
            BillingDocument document, Schedule<BillingTerms> present, LocalDate today) {
        BillingTerms first = over(
                present.present(), document.changes().plan(), document.changes().currency());
        NavigableMap<LocalDate, BillingTerms> byDay = new TreeMap<>();
        if (document.scheduled() != null) {
            BillingTerms last = first;
            for (Map.Entry<LocalDate, BillingTerms> each : document.scheduled().entrySet()) {
                last = over(last, each.getValue().plan(), each.getValue().currency());
                byDay.put(each.getKey(), last);
            }
        }
        return Schedule.of(first, byDay, today);
    }

    private static BillingTerms over(BillingTerms before, Slug plan, CurrencyUnit currency) {
        return new BillingTerms(
                Objects.requireNonNullElse(plan, before.plan()),
                Objects.requireNonNullElse(currency, before.currency()));
    }

    /** The desired entries for later days: those in the document, or the current ones if it doesn't mention any. */
    private NavigableMap<LocalDate, BillingTerms> later(
            OrganizationDocument document,
            Schedule<BillingTerms> present,
            Schedule<BillingTerms> wanted,
            Operation operation) {
        String address = document.slug().value();
        NavigableMap<LocalDate, BillingTerms> later = new TreeMap<>(wanted.later());
        BillingTerms before = wanted.present();
        Set<LocalDate> days = new TreeSet<>(present.later().keySet());
        days.addAll(wanted.later().keySet());
        for (LocalDate day : days) {
            BillingTerms at = present.later().getOrDefault(day, before);
            BillingTerms stated = wanted.later().get(day);
            if (stated != null && !stated.equals(at)) {
                addTerms(operation, address, day + " ", at, stated);
            } else if (stated == null && document.billing().scheduled() == null) {
                later.put(day, at);
            } else if (stated == null && !at.equals(before)) {
                remove(address, day, at);
                at = planning.deletes() ? before : at;
                later.put(day, at);
            }
            before = stated == null ? at : stated;
        }
        return new Schedule<>(wanted.present(), later).concise().later();
    }

    /** The changes to make in order, since each one cancels scheduled entries. */
    private static List<BillingChanges> steps(
            BillingChanges stated, Schedule<BillingTerms> present, Schedule<BillingTerms> wanted) {
        List<BillingChanges> steps = new ArrayList<>();
        NavigableMap<LocalDate, BillingTerms> rest = wanted.later();
        if (!present.present().equals(wanted.present())) {
            boolean leavesCurrency = stated.currency() == null
                    && wanted.present().currency().equals(present.present().currency());
            steps.add(BillingChanges.ofTerms(
                    wanted.present().plan(),
                    leavesCurrency ? null : wanted.present().currency(),
                    null));
        } else {
            LocalDate first = firstDifference(present, wanted);
            if (first == null) {
                return steps;
            }
            steps.add(BillingChanges.ofTerms(
                    wanted.on(first).plan(), wanted.on(first).currency(), first));
            rest = rest.tailMap(first, false);
        }
        rest.forEach((day, terms) -> steps.add(BillingChanges.ofTerms(terms.plan(), terms.currency(), day)));
        return steps;
    }

    private static LocalDate firstDifference(Schedule<BillingTerms> present, Schedule<BillingTerms> wanted) {
        Set<LocalDate> days = new TreeSet<>(present.later().keySet());
        days.addAll(wanted.later().keySet());
        for (LocalDate day : days) {
            if (!present.on(day).equals(wanted.on(day))) {
                return day;
            }
        }
        return null;
    }

    private void addTerms(Operation operation, String address, String day, BillingTerms before, BillingTerms after) {
        List<FieldChange> changes = new FieldChange.Collector()
                .add("plan", before.plan(), after.plan())
                .add("currency", before.currency(), after.currency())
                .changes();
        notes.changes(operation, Resource.BILLING, address, PREFIX + day, changes);
    }

    private void remove(String address, LocalDate day, BillingTerms at) {
        notes.add(
                planning.deletes() ? Operation.DELETE : Operation.KEEP,
                Resource.BILLING,
                address,
                PREFIX + day,
                PlanNotes.json(at.plan() + " " + at.currency()),
                null,
                ChangeGate.DELETE);
    }
}
