package io.github.orgctl.cli.shape;

import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Hint;
import java.util.List;

/** Spells hints with the commands and options of the command line. A command to run comes last, after a colon. */
public final class HintSpelling {
    private final Hint hint;

    private HintSpelling(Hint hint) {
        this.hint = hint;
    }

    /**
     * The text of a hint, in one line.
     *
     * @param hint null for none
     * @return null for none
     */
    public static String of(Hint hint) {
        if (hint == null) {
            return null;
        }
        return hint.advice() == null ? hint.toString() : new HintSpelling(hint).spell();
    }

    /** Commands, one a line, any of which would do; several steps of one are joined by {@code &&}. */
    public static String ofAlternatives(List<List<Hint>> alternatives) {
        StringBuilder lines = new StringBuilder();
        for (List<Hint> steps : alternatives) {
            String separator = lines.length() == 0 ? "" : "\n";
            for (Hint step : steps) {
                lines.append(separator).append(of(step));
                separator = " && ";
            }
        }
        return lines.length() == 0 ? null : lines.toString();
    }

    /** The option that opens a gate. */
    public static String option(Gate gate) {
        return switch (gate) {
            case DELETE -> "--allow-delete";
            case CRITICAL -> "--allow-critical";
            case NEW_DOMAIN -> "--allow-new-domains";
            case DOWNGRADE -> "--allow-downgrades";
        };
    }

    private String spell() {
        return switch (hint.advice()) {
            case LIST_ORGANIZATIONS -> "list organizations with: orgctl org list";
            case LIST_DELETED_ORGANIZATIONS -> "list the trash with: orgctl org list --deleted";
            case SHOW_ORGANIZATION -> "see: orgctl org show " + word(0);
            case LIST_PROJECTS -> "list projects with: orgctl project list --org " + word(0);
            case LIST_ALL_PROJECTS -> "list projects with: orgctl project list --all-orgs";
            case LIST_DELETED_PROJECTS -> "list the trash with: orgctl project list --deleted";
            case SHOW_PROJECT -> "see: orgctl project show " + word(0);
            case LIST_ALL_ENVIRONMENTS -> "list environments with: orgctl env list --all-orgs";
            case LIST_REVISIONS -> "list revisions with: orgctl env history " + word(0);
            case COMPARE_ENVIRONMENTS -> "see the differences with: orgctl env diff " + word(0);
            case LIST_VALUES -> "list keys with: orgctl config list --env " + word(0);
            case GET_VALUE -> "it is a configuration value: orgctl config get " + word(0) + " --env " + word(1);
            case GET_SHARED_VALUE ->
                "get shared values with: orgctl config get " + word(0) + " --shared --mode " + word(1) + " --org "
                        + word(2);
            case LIST_SECRET_VERSIONS -> "list versions with: orgctl secret history " + word(0) + " --env " + word(1);
            case LIST_SECRETS -> "list secrets with: orgctl secret list --env " + word(0);
            case LIST_SECRET_REFERENCES -> "see what each secret refers to with: orgctl secret list --env " + word(0);
            case REVEAL_SECRET -> "it is a secret: orgctl secret reveal " + word(0) + " --env " + word(1);
            case SHOW_SCHEMA -> "see the schema with: orgctl schema show " + word(0);
            case LIST_MEMBERS -> "list members with: orgctl member list --org " + word(0);
            case ASK_MEMBER ->
                "ask a member with the " + word(0) + " role; list members with: orgctl member list --org " + word(1);
            case LIST_INVITATIONS -> "list invitations with: orgctl invite list --org " + word(0);
            case LIST_PENDING_INVITATIONS ->
                "list pending invitations with: orgctl invite list --status pending --org " + word(0);
            case ASK_ABOUT_INVITATION ->
                "ask an admin of the organization, who can see its invitations with: orgctl invite list";
            case LIST_TOKENS -> "list tokens with: orgctl token list";
            case LIST_TOKENS_OF -> "list tokens with: orgctl token list --org " + word(0);
            case LIST_EVENTS -> "list events with: orgctl audit list";
            case LIST_EVENT_READERS -> "see which events each role can read with: orgctl audit list --help";
            case LIST_PLANS -> "list price plans with: orgctl billing plan list";
            case SHOW_BILLING -> "see the account's price plans with: orgctl billing show --org " + word(0);
            case SHOW_CURRENCIES ->
                word(0) + " was billed in another currency, see: orgctl billing show --org " + word(1);
            case CHECK_STORE -> "list all problems with: orgctl store check";

            case EXPLAIN_MEMBER -> explain("--member " + word(0)) + " " + word(2);
            case EXPLAIN_MEMBER_IN -> explain("--member " + word(0)) + " --org " + word(2);
            case EXPLAIN_TOKEN -> explain("--token " + word(0)) + " " + word(2);
            case EXPLAIN_TOKEN_IN -> explain("--token " + word(0)) + " --org " + word(2);
            case EXPLAIN_ACTION -> "see what is missing with: orgctl access explain --can " + word(0) + " --org ORG";

            case CHOOSE_ORGANIZATION -> "name one with --org, set ORGCTL_ORG, or select one with: orgctl use ORG";
            case CHOOSE_OTHER_ORGANIZATION -> "name another with --org, or select one with: orgctl use ORG";
            case LEAVE_OUT_ORGANIZATION -> "leave out --org, or name a project of " + word(0);
            case LEAVE_OUT_ONE_OR_ALL -> "leave out --org or --all-orgs";
            case NAME_ONLY_ORGANIZATION -> "leave out the project and the mode, and name the organization with --org";
            case CHOOSE_PROJECT -> "name one, set ORGCTL_PROJECT, or select one with: orgctl use ORG/PROJECT";
            case CHOOSE_MODE -> "name the environment with --mode sandbox or --mode live";
            case NAME_LIVE -> "add --mode live";
            case LEAVE_OUT_PROJECT -> "leave out one of the two, such as: --project " + word(0);
            case LEAVE_OUT_MODE -> "leave out --mode or ':" + word(0) + "'";
            case NAME_ACTOR -> "name yourself with --as EMAIL or ORGCTL_ACTOR";
            case ACT_AS_PERSON -> "unset ORGCTL_TOKEN, and name yourself with --as EMAIL";
            case NAME_LEAVER -> "name the member with --as EMAIL";
            case NAME_FORMER_OWNER -> "name the owner to replace with --from EMAIL";

            case LEAVE_OUT_SORT -> "leave out --sort";
            case LEAVE_OUT_AFTER -> "leave out --after";
            case LEAVE_OUT_FOLLOW -> "leave out --limit, --sort and --until, or --follow";
            case CHOOSE_SLUG -> "choose one with --slug";
            case CHOOSE_OWN_KEY -> "choose another key, or select the shared configuration with --shared";
            case CONFIRM_DELETION -> "confirm with --confirm " + word(0);
            case CONFIRM_RESTORE -> "confirm with --confirm " + word(0);
            case REPLACE_DAMAGED -> "to replace the store, confirm with --confirm " + word(0);
            case CONFIRM_CHANGES -> "review the changes with --dry-run, then confirm them with --yes";
            case REPEAT_WITH_REVISION -> "review the changes, then repeat with --if-revision " + word(0);
            case COMPARE_REVISIONS -> "name two modes, or two revisions: --mode live --from 3 --to 5";
            case ALLOW_EMPTY -> "to set empty values, use --allow-empty";
            case SKIP_OR_OVERWRITE -> "replace them with --overwrite, or leave them with --skip-existing";
            case GIVE_REASON -> "add --reason TEXT";
            case ALLOW_INVALID_VALUES -> "fix the values first, or attach the schema anyway with --allow-invalid";
            case ALLOW_LOADER_VARIABLES ->
                "rename the keys, exclude them with --only, or allow them with --allow-loader-variables";
            case BREAK_REFERENCES -> "update the templates first, or use --break-references";
            case INCLUDE_SECRETS -> "to include secrets, use --with-secrets";
            case EXPORT_FEWER_KEYS -> "rename one of the keys, or select only one of them with --only PREFIX";
            case OVERWRITE -> "replace them with --overwrite";
            case OPEN_GATES -> "if this is intended, add " + gateOptions();
            case RESOLVE_CONFLICTS -> "resolve each with --take KEY (sandbox value) or --keep KEY (live value)";
            case RESOLVE_CONFLICT_ONCE -> "leave out --take " + word(0) + " or --keep " + word(0);
            case KEEP_LIVE_VALUES -> "keep live values with --keep KEY, or change the sandbox first";
            case LEAVE_OUT_TAKE -> "leave out --take " + word(0);
            case PROMOTE_TAKEN_KEY -> "add the key to those to promote, or leave out --take " + word(0);
            case PROMOTE_KEPT_KEY -> "add the key to those to promote, or leave out --keep " + word(0);
            case LOWER_TOKEN_ROLE -> "use --role " + word(0) + " or a lower role";
            case CHOOSE_EARLIER_EXPIRY -> "choose an earlier --expires";
            case NAME_PLAN -> "name the price plan with --plan";
            case NAME_CURRENCY -> "name it with --currency, for example --currency EUR";
            case CHANGE_PLAN_AND_CURRENCY ->
                "choose a price plan in " + word(0) + ", or change both with --plan " + word(1) + " --currency "
                        + word(2);
            case START_ON -> "use --from " + word(0) + " or a later day";
            case START_PROJECT_ON -> "use --since " + word(0) + " or a later day";
            case START_IN_LATER_MONTH -> "use --from with a day in a later month";
            case CHANGE_CURRENCY_ON -> "change the currency at the start of a month, with --from " + word(0);
            case START_PRICES_ON ->
                "start the prices in a month in which no account begins on the plan, for example with --from "
                        + word(0);
            case RESTORE_ON -> "it can be restored on " + word(0);
            case CLOSE_EARLIER_MONTH -> "close the month before with --period " + word(0);
            case START_WITH_MONTH -> "the first month is --period " + word(0);
            case CORRECT_MONTH ->
                "bill it in " + word(0) + " with --corrects " + word(1) + ", or with a column 'corrects' in a file";

            case RESTORE_ORGANIZATION -> "restore it with: orgctl org restore " + word(0);
            case RESTORE_ORGANIZATION_FIRST -> "restore the organization first with: orgctl org restore " + word(0);
            case RESTORE_PROJECT -> "restore it with: orgctl project restore " + word(0);
            case CREATE_SHARED_PROJECT ->
                "create it for shared configuration with: orgctl project create Shared --org " + word(0);
            case UNLOCK -> "unlock it with: orgctl env unlock " + word(0);
            case SET_VALUES -> "set them with: orgctl config set KEY=VALUE --env " + word(0);
            case SET_LIVE_VALUE -> "change it in live with: orgctl config set " + word(0) + "=VALUE --env " + word(1);
            case COPY_VALUE -> "it is a configuration value, copy it with: orgctl config copy " + fromTo();
            case COPY_SECRET -> "it is a secret, copy it with: orgctl secret copy " + fromTo();
            case UNSET_VALUE -> "remove the value first with: orgctl config unset " + word(0) + " --env " + word(1);
            case SET_SECRET ->
                "remove it from the file, and set it with: orgctl secret set " + word(0) + " --env " + word(1);
            case REPLACE_SECRET ->
                "change it with: orgctl secret set " + word(0) + " --env " + word(1)
                        + ", or remove it first with: orgctl secret unset " + word(0) + " --env " + word(1);
            case ATTACH_SCHEMA -> "attach one with: orgctl schema set -f FILE " + word(0);
            case RESEND_INVITATION ->
                "skip them with --if-not-exists, or resend an invitation with: orgctl invite resend EMAIL";
            case REVOKE_INVITATION ->
                "revoke the invitation with: orgctl invite revoke " + word(0) + " --org " + word(1);
            case TRANSFER_OWNERSHIP ->
                "make another member the owner first with: orgctl member transfer-ownership EMAIL --org " + word(0);
            case REVOKE_TOKEN -> "choose another name, or revoke that token with: orgctl token revoke " + word(0);
            case REQUEST_TOKEN -> "ask an admin for a new one: orgctl token create --name NAME";
            case UPDATE_PLAN -> "add a version to it with: orgctl billing plan update " + word(0);
            case REPLACE_PLAN_VERSION -> "replace it from today on with: orgctl billing plan update " + word(0);
            case RETIRE_PLAN -> "retire the price plan with: orgctl billing plan retire " + word(0);
            case CREATE_PLAN -> "create another with: orgctl billing plan create NAME --currency " + word(0);
            case UPDATE_BILLING ->
                "change the account's price plan or currency with: orgctl billing update --org " + word(0);
            case CLOSE_MONTH ->
                "when the month is over, close it with: orgctl billing statement --all-orgs --close --period "
                        + word(0);

            case ACCEPT_INVITATION -> "orgctl invite accept";
            case ACTIVATE_MEMBER -> "orgctl member activate " + word(0) + " --org " + word(1);
            case INVITE_MEMBER -> "orgctl member invite " + word(0) + " --role " + word(1) + " --org " + word(2);
            case CHANGE_ROLE -> "orgctl member role " + word(0) + " " + word(1) + " --org " + word(2);
            case LOWER_LIVE_WRITES -> "orgctl org update " + word(0) + " --live-writes " + word(1);
            case CREATE_TOKEN -> "orgctl token create --name NAME --role " + word(0) + " --org " + word(1);
            case CREATE_PROJECT_TOKEN -> "orgctl token create --name NAME --role " + word(0) + " --project " + word(1);

            case NAME_STORE -> "name a file with --store or ORGCTL_STORE";
            case NAME_OTHER_STORE -> "name another with --store or ORGCTL_STORE; the file was not changed";
            case NAME_WRITABLE_STORE -> "name a writable place with --store or ORGCTL_STORE";
            case MAKE_STORE_WRITABLE -> "make both writable, or name another store with --store or ORGCTL_STORE";
            case UPGRADE_STORE -> "as the owner of its tables, on the primary server, run once: orgctl store info";
            case WAIT_LONGER -> "try again later, or wait longer with --wait";
            case CHECK_BEFORE_RETRYING -> "before trying again, look at the latest events with: orgctl audit list";
            case VERIFY_AUDIT_LOG -> "find the first damaged event with: orgctl audit verify";
            case NAME_KEYSET ->
                "name the right keyset with ORGCTL_KEYSET; if it is lost, remove the secret with: orgctl secret unset "
                        + word(0) + " --env " + word(1);
            case PURGE_AGAIN -> "once it has ended, repeat the command with --if-exists";
            case WAIT_FOR_SECRET -> "allow more time with --reference-timeout";
        };
    }

    private String fromTo() {
        return word(0) + " --from " + word(1) + " --to " + word(2);
    }

    private String explain(String subject) {
        return "see what is missing with: orgctl access explain " + subject + " --can " + word(1);
    }

    private String gateOptions() {
        StringBuilder options = new StringBuilder();
        for (Object gate : (Iterable<?>) hint.arguments().get(0)) {
            options.append(options.length() == 0 ? "" : " ").append(option((Gate) gate));
        }
        return options.toString();
    }

    /** An argument as a shell takes it. */
    private String word(int index) {
        return ShellWord.of(hint.arguments().get(index).toString());
    }
}
