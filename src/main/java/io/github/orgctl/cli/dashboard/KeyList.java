package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.format.ValueParser;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.NotedValue;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys of an environment beside those of the project's other one: a row for each key of either, so that rows of both stand
 * side by side. Secrets are masked.
 */
final class KeyList {
    private static final String MASK = "••••••••";
    private static final String DIFFERENT = "≠";
    private static final String MISSING = "-";
    private static final String ADDED = "+";

    private final Services services;
    private final Times times;
    private final Query query;

    KeyList(Services services, Times times, Query query) {
        this.services = services;
        this.times = times;
        this.query = query;
    }

    Listed rows(FilteredRows rows) {
        ProjectReference project = ProjectReference.parse(query.project());
        Set<Action> permitted = services.access().permitted(project, query.mode());
        if (!permitted.contains(Action.ENV_SHOW)) {
            return Listed.refused("The acting identity may not read this environment.", permitted);
        }
        EnvironmentReference reference = Loader.reference(query.project(), query.mode());
        EnvironmentDetails details = services.environments().show(reference, null);
        boolean comparable =
                services.access().permitted(project, query.mode().other()).contains(Action.ENV_SHOW);
        Map<String, Entry> own = entries(reference);
        Map<String, Entry> other = comparable
                ? entries(Loader.reference(query.project(), query.mode().other()))
                : own;
        Map<String, Entry> both = new TreeMap<>(other);
        both.putAll(own);
        for (String key : both.keySet()) {
            rows.add(row(key, own.get(key), other.get(key)));
        }
        return rows.listed(
                heading(details.environment()),
                List.of("", "KEY", "VALUE"),
                details.environment().id().value(),
                details.environment().lock() != null,
                permitted);
    }

    private Map<String, Entry> entries(EnvironmentReference reference) {
        Map<String, Entry> entries = new TreeMap<>();
        for (NotedValue noted : services.configurations().listNoted(reference, null)) {
            entries.put(
                    noted.key().path(),
                    new Entry(noted.value(), false, noted.note().value()));
        }
        for (Secret secret : services.secrets().list(reference)) {
            entries.put(secret.key().path(), new Entry(null, true, ""));
        }
        return entries;
    }

    private Row row(String key, Entry own, Entry other) {
        String marker = marker(own, other);
        Style style = marker.isEmpty() ? Style.PLAIN : Style.DIFFERENT;
        String shown = own == null ? "not set" : own.secret ? MASK + " secret" : own.value.json();
        Item item = own == null || own.secret
                ? new Item.OfKey(query.project(), query.mode(), key, null, Tasks.AUTO, own != null)
                : new Item.OfKey(query.project(), query.mode(), key, text(own.value), type(own.value), false);
        return new Row(
                key,
                List.of(Label.of(marker, Style.DIFFERENT), Label.of(key, Style.BOLD), Label.of(shown, style)),
                item,
                own == null ? "" : own.note);
    }

    private static String marker(Entry own, Entry other) {
        if (own == null) {
            return MISSING;
        } else if (other == null) {
            return ADDED;
        }
        boolean same = own.secret == other.secret && (own.secret || own.value.equals(other.value));
        return same ? "" : DIFFERENT;
    }

    /** A value as people type it: a string without quotes. */
    private static String text(Value value) {
        return value.isText() ? value.text() : value.json();
    }

    private static String type(Value value) {
        if (ValueParser.guess(text(value)).equals(value)) {
            return Tasks.AUTO;
        }
        return value.isText() ? Tasks.STRING : Tasks.JSON;
    }

    private List<Label> heading(Environment environment) {
        boolean live = environment.mode() == Mode.LIVE;
        Label id = Label.of(live ? "LIVE " : "sandbox ", live ? Style.LIVE : Style.SANDBOX)
                .plus(environment.id().value(), Style.PLAIN);
        Label revision = Label.of("revision " + environment.revision() + ", " + times.text(environment.updatedAt()));
        List<Label> heading = new ArrayList<>(List.of(id, revision));
        if (environment.lock() != null) {
            heading.add(lock(environment.lock()));
        }
        return heading;
    }

    private Label lock(Lock lock) {
        String until = lock.until() == null ? "" : " until " + times.text(lock.until());
        return Label.of("locked" + until + ": " + lock.reason().value(), Style.ERROR);
    }

    /**
     * @param value null for a secret
     */
    private record Entry(Value value, boolean secret, String note) {}
}
