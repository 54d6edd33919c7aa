package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.ExplanationShape.EXPLANATION;
import static io.github.orgctl.cli.shape.RightsShape.BY_MEMBER;
import static io.github.orgctl.cli.shape.RightsShape.BY_PLACE;

import io.github.orgctl.cli.parameter.AccessTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.SubjectChoice;
import io.github.orgctl.core.access.Explanation;
import io.github.orgctl.core.access.Rights;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.port.Listing;

public final class AccessCommand extends Noun {
    public AccessCommand() {
        super("access", "Inspect permissions", new ListAll(), new Check(), new Explain());
    }

    private static final class ListAll extends ListVerb<String> {
        private final SubjectChoice subject = new SubjectChoice(this);
        private final Parameter<ProjectReference> project =
                projectOption("Only this project; without --member or --token, lists the permissions of all members");

        ListAll() {
            super("list", "List the permissions of a member or token, or on a project", BY_PLACE, Types.words("NAME"));
            details("Permissions are read, change (which includes secret values), manage and own. Without"
                    + " options, lists your own permissions in every organization, or in the one given with"
                    + " --org.");
            example("List what a member may do", "orgctl access list --member ann@example.com");
            example("List who may do what in a project", "orgctl access list --project acme/website");
            example("List what a token may do", "orgctl access list --token CI");
        }

        @Override
        public Shape<?> shape() {
            return isOfMembers() ? BY_MEMBER : BY_PLACE;
        }

        private boolean isOfMembers() {
            return project.isGiven() && !subject.isGiven();
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(isOfMembers() ? BY_MEMBER : BY_PLACE, rights(services))
                    .ifEmpty(emptyNotice(
                            isOfMembers() ? "no members yet: only the local operator has access" : "no permissions"));
        }

        private Listing<Rights> rights(Services services) {
            return services.access().list(subject.subject(), project.value(), page(services));
        }
    }

    /** A verb that checks whether a principal may perform an action. */
    private abstract static class Question extends ReadVerb {
        private final SubjectChoice subject = new SubjectChoice(this);
        private final Parameter<Action> can = option(
                        "--can", AccessTypes.action(), "Action to check, for example config.set")
                .mandatory();
        private final EnvironmentChoice where = environmentArgument();

        Question(String name, String summary) {
            super(name, summary, EXPLANATION);
        }

        final Explanation explanation(Services services, Action asking) {
            return services.access()
                    .explain(subject.subject(), can.value(), where.isGiven() ? where.reference() : null, asking);
        }
    }

    private static final class Check extends Question {
        Check() {
            super("check", "Check whether a member or token may perform an action");
            details("Prints yes or no and exits with 0 or 1. Actions are named after commands: config.set is"
                    + " the action of 'config set'. Without ENVIRONMENT, the action is checked for the current"
                    + " organization or, if it applies to environments, for the current environment.");
            example("Check whether you may change live", "orgctl access check --can config.set website --mode live");
            example("Check another member", "orgctl access check --member ben@example.com --can project.create");
            example(
                    "Check a token in a script",
                    "orgctl access check --token CI --can config.set website:live || echo refused");
        }

        @Override
        protected Reply execute(Services services) {
            Explanation explanation = explanation(services, Action.ACCESS_CHECK);
            return Reply.bare(EXPLANATION, explanation, explanation.allowed() ? "yes" : "no")
                    .answering(explanation.allowed());
        }
    }

    private static final class Explain extends Question {
        Explain() {
            super("explain", "Explain why an action is allowed or denied");
            details("Shows the membership, role and rule that decide, and what would allow the action.");
            example(
                    "Explain why a member may or may not change live",
                    "orgctl access explain --member ben@example.com --can config.set website:live");
            example(
                    "Explain what a token is missing",
                    "orgctl access explain --token CI --can config.set website:live");
            example("Print only the reason", "orgctl access explain --can org.delete --jq .reason");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(EXPLANATION, explanation(services, Action.ACCESS_EXPLAIN));
        }
    }
}
