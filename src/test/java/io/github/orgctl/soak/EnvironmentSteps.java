package io.github.orgctl.soak;

import static io.github.orgctl.soak.OrganizationSteps.CONFLICT;
import static io.github.orgctl.soak.OrganizationSteps.NOT_FOUND;
import static io.github.orgctl.soak.OrganizationSteps.REFUSED;
import static io.github.orgctl.soak.OrganizationSteps.RULE;

import io.github.orgctl.soak.Model.Environment;
import io.github.orgctl.soak.Model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Commands about an environment and its configuration, and what they should do. */
final class EnvironmentSteps {
    private final String organization;
    private final String project;
    private final String mode;

    EnvironmentSteps(String organization, String project, String mode) {
        this.organization = organization;
        this.project = project;
        this.mode = mode;
    }

    private String reference() {
        return organization + "/" + project + ":" + mode;
    }

    private Step step(ToIntFunction<Environment> effect, String... words) {
        return Step.of(
                        model -> {
                            Project found = ProjectSteps.find(model, organization, project);
                            return found == null ? NOT_FOUND : effect.applyAsInt(found.environment(mode));
                        },
                        words)
                .with("--env", reference());
    }

    /** Something that a lock stands against, and another revision than that, unless it is 0. */
    private Step change(int ifRevision, ToIntFunction<Environment> effect, String... words) {
        Step step = step(
                environment -> {
                    if (ifRevision > 0 && ifRevision != environment.revision()) {
                        return CONFLICT;
                    }
                    return environment.lock == null ? effect.applyAsInt(environment) : REFUSED;
                },
                words);
        return ifRevision > 0 ? step.with("--if-revision", String.valueOf(ifRevision)) : step;
    }

    Step set(Map<String, String> given, int ifRevision) {
        List<String> words = new ArrayList<>(List.of("config", "set"));
        given.forEach((key, value) -> words.add(key + "=" + value));
        return change(
                ifRevision,
                environment -> {
                    Map<String, String> wanted = new TreeMap<>(environment.values);
                    wanted.putAll(given);
                    return become(environment, wanted);
                },
                words.toArray(new String[0]));
    }

    Step unset(List<String> keys, boolean ifExists) {
        List<String> words = new ArrayList<>(List.of("config", "unset"));
        words.addAll(keys);
        Step step = change(
                0,
                environment -> {
                    if (!ifExists && !environment.values.keySet().containsAll(keys)) {
                        return NOT_FOUND;
                    }
                    Map<String, String> wanted = new TreeMap<>(environment.values);
                    wanted.keySet().removeAll(keys);
                    return become(environment, wanted);
                },
                words.toArray(new String[0]));
        return ifExists ? step.with("--if-exists") : step;
    }

    private static int become(Environment environment, Map<String, String> wanted) {
        for (String key : wanted.keySet()) {
            if (wanted.keySet().stream().anyMatch(other -> other.startsWith(key + "."))) {
                return RULE;
            }
        }
        environment.become(wanted);
        return 0;
    }

    Step rollback(int to) {
        return change(
                        0,
                        environment -> to > environment.revision()
                                ? NOT_FOUND
                                : become(environment, environment.history.get(to - 1)),
                        "env",
                        "rollback",
                        "--to",
                        String.valueOf(to))
                .with("--yes", "--allow-delete");
    }

    Step lock(String reason) {
        return step(
                environment -> {
                    environment.lock = reason;
                    return 0;
                },
                "env",
                "lock",
                "--reason",
                reason);
    }

    Step unlock() {
        return step(
                environment -> {
                    environment.lock = null;
                    return 0;
                },
                "env",
                "unlock");
    }

    /** Of the whole project, whatever the mode. */
    Step promote() {
        return Step.of(
                model -> {
                    Project found = ProjectSteps.find(model, organization, project);
                    return found == null ? NOT_FOUND : promote(found.sandbox, found.live);
                },
                "env",
                "promote",
                organization + "/" + project,
                "--yes",
                "--allow-delete");
    }

    private static int promote(Environment sandbox, Environment live) {
        if (live.lock != null) {
            return REFUSED;
        }
        Set<String> keys = new TreeSet<>(sandbox.values.keySet());
        keys.addAll(live.values.keySet());
        keys.addAll(live.promoted.keySet());
        Map<String, String> wanted = new TreeMap<>(live.values);
        Map<String, String> base = new TreeMap<>(live.promoted);
        for (String key : keys) {
            String was = live.promoted.get(key);
            String here = sandbox.values.get(key);
            String there = live.values.get(key);
            if (Objects.equals(here, was) && !Objects.equals(here, there)) {
                continue;
            }
            if (!Objects.equals(here, there) && !Objects.equals(there, was)) {
                return CONFLICT;
            }
            put(wanted, key, here);
            put(base, key, here);
        }
        int exit = become(live, wanted);
        if (exit == 0) {
            live.promoted = base;
        }
        return exit;
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }
}
