package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.core.model.configuration.SecretExpiry;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.value.Description;

/** Options for a secret's policy. */
public final class SecretPolicyOptions {
    private final Parameter<SecretExpiry> expires;
    private final Parameter<String> rotateEvery;
    private final Parameter<Description> note;
    private final Parameter<Long> keepVersions;

    public SecretPolicyOptions(Verb verb) {
        expires = verb.option(
                "--expires",
                EnvironmentTypes.secretExpiry(),
                "Time or duration after which the secret expires, for example 2027-01-31 or 90d; or never");
        rotateEvery = verb.option(
                "--rotate-every",
                EnvironmentTypes.rotationPeriod(),
                "Period after which a new value is due, for example 90d or P3M; or never");
        note = verb.option("--note", ResourceTypes.description(), "Note about the secret, for example its owner");
        keepVersions = verb.option(
                "--keep-versions",
                Types.count(),
                "Number of versions to keep, including the current one (default: 10)");
    }

    /** The changes of the policy. */
    public SecretPolicyEdit edit() {
        return new SecretPolicyEdit(keepVersions.value(), expires.value(), rotateEvery.value(), note.value());
    }
}
