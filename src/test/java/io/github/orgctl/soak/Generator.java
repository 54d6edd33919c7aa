package io.github.orgctl.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random commands from few names, so that they meet each other: what exists already, what is in the trash, what is
 * locked, what was changed meanwhile.
 */
final class Generator {
    private static final String[] ORGANIZATIONS = {"a", "b", "c"};
    private static final String[] PROJECTS = {"p", "q", "r"};
    private static final String[] NAMES = {"One", "Two", "Three", "Four"};
    private static final String[] DESCRIPTIONS = {"", "x", "y"};
    private static final String[] KEYS = {"k", "l", "m", "k.n", "o.p"};
    private static final String[] VALUES = {"1", "2", "true", "text", "[1]"};
    private static final String[] EMAILS = {"ann@example.com", "bob@example.com"};
    private static final String[] ROLES = {"viewer", "developer", "admin", "owner"};

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private boolean rarely() {
        return random.nextInt(6) == 0;
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String maybe(String... of) {
        return random.nextBoolean() ? null : one(of);
    }

    private int maybeRevision() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 0;
    }

    /** Several commands that are to be run all or none. */
    List<Step> several() {
        List<Step> steps = new ArrayList<>();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            steps.add(next());
        }
        // Whoever acts is the same for all of them.
        steps.removeIf(step -> step.words().contains("--as"));
        return steps.isEmpty() ? several() : steps;
    }

    Step next() {
        int kind = random.nextInt(100);
        if (kind < 10) {
            return organization();
        }
        if (kind < 20) {
            return OrganizationSteps.member("role", one(ORGANIZATIONS), one(EMAILS), one(ROLES));
        }
        if (kind < 25) {
            return OrganizationSteps.member(
                    one("suspend", "activate", "remove"), one(ORGANIZATIONS), one(EMAILS), null);
        }
        if (kind < 45) {
            return project();
        }
        return kind < 92 ? environment() : wrong();
    }

    private Step organization() {
        String slug = one(ORGANIZATIONS);
        return switch (random.nextInt(6)) {
            case 0, 1 -> OrganizationSteps.create(slug, one(NAMES), rarely(), maybe(EMAILS));
            case 2, 3 ->
                OrganizationSteps.update(slug, maybe(ORGANIZATIONS), maybe(NAMES), one(DESCRIPTIONS), maybeRevision());
            case 4 -> OrganizationSteps.restore(slug);
            default ->
                OrganizationSteps.delete(slug, rarely() ? maybe(ORGANIZATIONS) : slug, random.nextBoolean(), rarely());
        };
    }

    private Step project() {
        String organization = one(ORGANIZATIONS);
        String slug = one(PROJECTS);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> ProjectSteps.create(organization, slug, one(NAMES), rarely());
            case 3 ->
                ProjectSteps.update(
                        organization, slug, maybe(PROJECTS), maybe(NAMES), one(DESCRIPTIONS), maybeRevision());
            case 4 -> ProjectSteps.move(organization, slug, one(ORGANIZATIONS));
            case 5, 6 -> ProjectSteps.restore(organization, slug);
            default ->
                ProjectSteps.delete(
                        organization, slug, rarely() ? maybe(PROJECTS) : slug, random.nextBoolean(), rarely());
        };
    }

    private Step environment() {
        EnvironmentSteps steps = new EnvironmentSteps(one(ORGANIZATIONS), one(PROJECTS), one("sandbox", "live"));
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> steps.set(values(), maybeRevision());
            case 5, 6 -> steps.unset(keys(), random.nextBoolean());
            case 7 -> steps.rollback(1 + random.nextInt(8));
            case 8, 9 -> steps.promote();
            case 10 -> steps.lock(one("freeze", "move"));
            default -> steps.unlock();
        };
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            values.put(one(KEYS), one(VALUES));
        }
        return values;
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(one(KEYS)));
        String second = one(KEYS);
        if (!keys.contains(second)) {
            keys.add(second);
        }
        return keys;
    }

    private Step wrong() {
        return switch (random.nextInt(9)) {
            case 0 -> Step.refused(2, "org", "create", "X", "--slug", "Not_A_Slug");
            case 1 -> Step.refused(2, "project", "create", "X", "--nonsense");
            case 2 -> Step.refused(2, "config", "set", "=1", "--env", "a/p:sandbox");
            case 3 -> Step.refused(2, "env", "lock", "a/p:nowhere", "--reason", "x");
            case 4 -> Step.refused(2, "member", "role", "ann@example.com", "emperor", "--org", "a");
            case 5 -> Step.refused(3, "project", "show", "nowhere/p");
            case 6 -> Step.refused(2, "org", "update", "a", "--if-revision", "x");
            case 7 -> Step.refused(2, "config", "set", "k", "--env", "a/p:sandbox");
            default -> Step.refused(2, "bogus");
        };
    }
}
