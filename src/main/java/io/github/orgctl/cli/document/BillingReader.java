package io.github.orgctl.cli.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.document.BillingDocument;
import io.github.orgctl.core.document.PricePlanDocument;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.BillingTerms;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the billing parts of documents. */
final class BillingReader {
    private static final List<DocumentField> PRICES = List.of(
            DocumentField.CURRENCY,
            DocumentField.BASE,
            DocumentField.SEAT,
            DocumentField.SEATS_INCLUDED,
            DocumentField.METERS);

    private final DocumentProblems problems;

    BillingReader(DocumentProblems problems) {
        this.problems = problems;
    }

    IssuerChanges issuer(DocumentFields fields) {
        return new IssuerChanges(
                fields.value(DocumentField.ISSUER_NAME, Line::new),
                fields.value(DocumentField.ADDRESS, Description::new),
                fields.value(DocumentField.TAX_ID, Line::new),
                fields.value(DocumentField.BILLING_EMAIL, optional(Email::new)));
    }

    PricePlanDocument pricePlan(DocumentFields fields) {
        return new PricePlanDocument(
                fields.value(DocumentField.PRICE_PLAN, Slug::new),
                fields.value(DocumentField.RETIRED, Boolean::valueOf),
                PRICES.stream().anyMatch(fields::has) ? prices(fields) : null,
                byDay(fields.node(DocumentField.SCHEDULED_PRICES), DocumentForm.PRICES, this::prices));
    }

    private PricePlanChanges prices(DocumentFields fields) {
        return new PricePlanChanges(
                null,
                fields.value(DocumentField.CURRENCY, Currencies::parse),
                decimal(fields, DocumentField.BASE, Price::parse),
                decimal(fields, DocumentField.SEAT, Price::parse),
                count(fields, DocumentField.SEATS_INCLUDED, PricePlanRates.MAX_SEATS),
                meters(fields.node(DocumentField.METERS)),
                List.of());
    }

    /** @param object null if omitted */
    private NavigableMap<Metric, Tiers> meters(DocumentNode object) {
        if (object == null) {
            return null;
        }
        NavigableMap<Metric, Tiers> meters = new TreeMap<>();
        for (Map.Entry<String, DocumentNode> member : object.members().entrySet()) {
            try {
                meters.put(new Metric(member.getKey()), Tiers.parse(decimal(member.getValue(), "tiers")));
            } catch (Failure failure) {
                problems.add(member.getValue().place(), failure);
            }
        }
        return meters;
    }

    /** @param node null if omitted */
    BillingDocument account(DocumentNode node) {
        if (node == null) {
            return null;
        }
        DocumentFields fields = new DocumentFields(node, DocumentForm.BILLING, problems);
        BillingChanges changes = new BillingChanges(
                fields.value(DocumentField.PLAN, Slug::new),
                fields.value(DocumentField.CURRENCY, Currencies::parse),
                null,
                fields.value(DocumentField.BILLING_EMAIL, optional(Email::new)),
                fields.value(DocumentField.LEGAL_NAME, Line::new),
                fields.value(DocumentField.ADDRESS, Description::new),
                fields.value(DocumentField.TAX_ID, Line::new),
                fields.value(DocumentField.TRIAL_END, optional(Days::parse)),
                count(fields, DocumentField.PAYMENT_DAYS, BillingAccount.MAX_PAYMENT_DAYS),
                decimal(fields, DocumentField.DISCOUNT, Percentage::parse));
        return new BillingDocument(
                changes, byDay(fields.node(DocumentField.SCHEDULED_TERMS), DocumentForm.TERMS, BillingReader::terms));
    }

    private static BillingTerms terms(DocumentFields fields) {
        return new BillingTerms(
                fields.value(DocumentField.PLAN, Slug::new), fields.value(DocumentField.CURRENCY, Currencies::parse));
    }

    /**
     * Reads a list keyed by first days.
     *
     * @param list null if omitted
     */
    private <T> NavigableMap<LocalDate, T> byDay(
            DocumentNode list, DocumentForm form, Function<DocumentFields, T> read) {
        if (list == null) {
            return null;
        }
        NavigableMap<LocalDate, T> byDay = new TreeMap<>();
        for (DocumentNode item : list.items()) {
            DocumentFields fields = new DocumentFields(item, form, problems);
            LocalDate from = fields.value(DocumentField.FROM, Days::parse);
            T value = read.apply(fields);
            if (from != null && byDay.put(from, value) != null) {
                problems.add(item.place(), from + " is listed twice");
            }
        }
        return byDay;
    }

    private static <T> Function<String, Optional<T>> optional(Function<String, T> parse) {
        return text -> text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
    }

    private <T> T decimal(DocumentFields fields, DocumentField field, Function<String, T> parse) {
        return fields.has(field)
                ? fields.value(field, text -> parse.apply(decimal(fields.node(field), field.jsonName())))
                : null;
    }

    private static String decimal(DocumentNode node, String name) {
        boolean isDecimal = node.kind() == DocumentNode.Kind.NUMBER || node.kind() == DocumentNode.Kind.STRING;
        if (!isDecimal) {
            throw Failure.usage(name + " must be a number, not " + node.kind());
        }
        return node.text();
    }

    private static Long count(DocumentFields fields, DocumentField field, long highest) {
        return fields.value(field, text -> {
            boolean isWhole =
                    !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isWhole || Long.parseLong(text) > highest) {
                throw Failure.usage(field.jsonName() + " must be a whole number from 0 to " + highest);
            }
            return Long.parseLong(text);
        });
    }
}
