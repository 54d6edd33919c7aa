package io.github.orgctl.cli.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.document.BillingDocument;
import io.github.orgctl.core.document.PricePlanDocument;
import io.github.orgctl.core.model.billing.BillingTerms;
import io.github.orgctl.core.model.configuration.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Converts the billing parts of documents to plain maps. */
final class BillingWriter {
    private BillingWriter() {}

    static Map<String, Object> map(IssuerChanges issuer) {
        Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.ISSUER_NAME, issuer.name());
        values.put(DocumentField.ADDRESS, issuer.address());
        values.put(DocumentField.TAX_ID, issuer.taxId());
        values.put(DocumentField.BILLING_EMAIL, text(issuer.email()));
        return DocumentWriter.ordered(DocumentForm.ISSUER, values);
    }

    static Map<String, Object> map(PricePlanDocument document) {
        Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.PRICE_PLAN, document.name());
        values.put(DocumentField.RETIRED, literal(document.retired()));
        if (document.prices() != null) {
            putPrices(values, document.prices());
        }
        values.put(
                DocumentField.SCHEDULED_PRICES,
                list(document.scheduled(), DocumentForm.PRICES, BillingWriter::putPrices));
        return DocumentWriter.ordered(DocumentForm.PRICE_PLAN, values);
    }

    private static void putPrices(Map<DocumentField, Object> values, PricePlanChanges prices) {
        values.put(DocumentField.CURRENCY, prices.currency());
        values.put(DocumentField.BASE, literal(prices.base()));
        values.put(DocumentField.SEAT, literal(prices.seat()));
        values.put(DocumentField.SEATS_INCLUDED, literal(prices.seatsIncluded()));
        if (prices.meters() != null) {
            Map<String, Object> meters = new LinkedHashMap<>();
            prices.meters().forEach((metric, tiers) -> meters.put(metric.name(), tiers.toString()));
            values.put(DocumentField.METERS, meters);
        }
    }

    /** @param document null if absent */
    static Map<String, Object> map(BillingDocument document) {
        if (document == null) {
            return null;
        }
        BillingChanges changes = document.changes();
        Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.PLAN, changes.plan());
        values.put(DocumentField.CURRENCY, changes.currency());
        values.put(
                DocumentField.SCHEDULED_TERMS, list(document.scheduled(), DocumentForm.TERMS, BillingWriter::putTerms));
        values.put(DocumentField.BILLING_EMAIL, text(changes.email()));
        values.put(DocumentField.LEGAL_NAME, changes.legalName());
        values.put(DocumentField.ADDRESS, changes.address());
        values.put(DocumentField.TAX_ID, changes.taxId());
        values.put(DocumentField.TRIAL_END, text(changes.trialEnd()));
        values.put(DocumentField.PAYMENT_DAYS, literal(changes.paymentDays()));
        values.put(DocumentField.DISCOUNT, literal(changes.discount()));
        return DocumentWriter.ordered(DocumentForm.BILLING, values);
    }

    private static void putTerms(Map<DocumentField, Object> values, BillingTerms terms) {
        values.put(DocumentField.PLAN, terms.plan());
        values.put(DocumentField.CURRENCY, terms.currency());
    }

    private static <T> List<Object> list(
            NavigableMap<LocalDate, T> byDay, DocumentForm form, BiConsumer<Map<DocumentField, Object>, T> put) {
        if (byDay == null) {
            return null;
        }
        List<Object> list = new ArrayList<>();
        byDay.forEach((day, value) -> {
            Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
            values.put(DocumentField.FROM, day);
            put.accept(values, value);
            list.add(DocumentWriter.ordered(form, values));
        });
        return list;
    }

    // Nothing, something and no change are three things to tell apart.
    @SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "OptionalAssignedToNull"})
    private static String text(Optional<?> value) {
        return value == null ? null : value.map(Object::toString).orElse("");
    }

    /** A number or a truth value; null for null. */
    private static Value literal(Object value) {
        return value == null ? null : new Value(value.toString());
    }
}
