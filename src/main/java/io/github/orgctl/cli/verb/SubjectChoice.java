package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.AccessTypes;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.core.access.Subject;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;

/** Options that select the subject of a question about rights. */
public final class SubjectChoice {
    private final Parameter<Email> member;
    private final Parameter<TokenReference> token;

    public SubjectChoice(Verb verb) {
        member = verb.option(
                "--member", MemberTypes.member(), "E-mail address of a member (default: the acting identity)");
        token = verb.option("--token", AccessTypes.token(), "Name or ID of an API token");
    }

    public boolean isGiven() {
        return member.isGiven() || token.isGiven();
    }

    /**
     * The subject named on the command line, or the acting identity.
     *
     * @throws Failure USAGE if both a person and a token are named
     */
    public Subject subject() {
        if (member.isGiven() && token.isGiven()) {
            throw Failure.usage("--member and --token can't be combined", "leave out one of the two");
        }
        return new Subject(member.value(), token.value());
    }
}
