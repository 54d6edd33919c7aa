# fish completion for orgctl
#
# Generated from the command tree, not to be edited; renew it with: mvn test -Dtest=GeneratedFilesTest -Dgenerate
# Put it into ~/.config/fish/completions under the name orgctl.fish, or load it with: orgctl completion fish | source
#
# Everything is completed in here, but values, for which it asks `orgctl __complete`. Nothing that stands on the line or
# comes back as an answer is ever run as code.

# The words that can stand at a place, each with its description. They are nouns and verbs; '--flag'; '-o|--option=KIND',
# where KIND is what to ask for when its value is completed; ':KIND' for an argument, ':KIND*' for any number of them;
# '--:KIND' for the words of another program. An empty KIND means that nothing can be offered.
function __orgctl_words
    switch "$argv[1]"
        case ''
            printf '%s\n' \
                'org Organizations, which group projects and are billed on their own' \
                'project Projects, each with a sandbox and a live environment' \
                'env Environments: the sandbox and the live one of each project' \
                'config The configuration of an environment: values by dotted keys' \
                'secret The secrets of an environment: encrypted, or kept elsewhere' \
                'schema What a project\'s configuration has to look like' \
                'member Members of an organization, who have access to all its projects' \
                'invite Invitations into an organization, made by \'orgctl member invite\'' \
                'access Who may do what, and why' \
                'token API tokens, which programs act with' \
                'audit The audit trail: who changed what, and proof of it' \
                'billing What each organization is charged, from price list to statement' \
                'use Choose the organization and project to work in' \
                'status Show the settings that commands run with' \
                'trust Trust a directory\'s settings file or a store\'s reference' \
                'store The store, where everything is kept' \
                'completion Print the script that makes a shell complete orgctl' \
                'commands Print every command with its options and exit codes as JSON' \
                'doctor Check that orgctl is set up well' \
                'version Show the version of orgctl and of the Java it runs on' \
                'help Show the help of a command' \
                '--version Show the version'
        case '-plurals'
            printf '%s\n' \
                'orgs org' \
                'projects project' \
                'envs env' \
                'configs config' \
                'secrets secret' \
                'schemas schema' \
                'members member' \
                'invites invite' \
                'tokens token' \
                'audits audit' \
                'stores store'
        case '-options'
            printf '%s\n' \
                '-o|--output=format How to write the result: table, json, ndjson, yaml, csv, tsv or ids' \
                '--fields=field Show these fields only, in this order' \
                '--jq= Filter the JSON with a jq expression; strings are printed without quotes' \
                '--sort=order Sort a list by a field' \
                '--no-header Leave out the header of tables, csv and tsv' \
                '--csv-safe Keep spreadsheets from taking cells of csv and tsv for formulas' \
                '--org=organization The organization to work in, by slug or id' \
                '--store=file The store: a file, or a postgresql:// URL' \
                '--as=member Act as this member; else the local operator acts' \
                '--wait= Maximum time to wait while others change the store, such as 500ms, 30s or 5m (default: 30s)' \
                '--color=color Use colours: always, never, or auto, which means on a terminal' \
                '--no-pager Never page long output on a terminal' \
                '--no-input Never ask anything' \
                '--debug Show the stack trace of an error' \
                '-h|--help Show this help'
        case 'org'
            printf '%s\n' \
                'create Create an organization' \
                'list List organizations by slug' \
                'show Show an organization' \
                'update Rename an organization or change its other details' \
                'delete Move an organization with its projects to the trash' \
                'restore Bring an organization back from the trash'
        case 'org create'
            printf '%s\n' \
                ': What people call it: 1 to 100 characters' \
                '--slug= What commands call it; derived from the name if left out' \
                '--website= The address of its website' \
                '--description= What it is: up to 1000 characters' \
                '--live-writes=live-writes The lowest role that may change live: developer (the default), admin or owner' \
                '--use Make it the current organization' \
                '--if-not-exists Succeed, and change nothing, if an organization has this slug already' \
                '--dry-run Show what would change, and change nothing'
        case 'org list'
            printf '%s\n' \
                '--deleted List those in the trash instead' \
                '--limit= Show at most this many' \
                '--after=organization Start after this one, in the same order'
        case 'org show'
            printf '%s\n' \
                ':organization Which one, by slug or id; the current one if left out'
        case 'org update'
            printf '%s\n' \
                ':organization Which one, by slug or id' \
                '--name= A new name' \
                '--slug= A new slug' \
                '--website= A new website address; empty to remove it' \
                '--description= A new description; empty to remove it' \
                '--live-writes=live-writes The lowest role that may change live' \
                '--if-revision= Only if it still has this revision' \
                '--dry-run Show what would change, and change nothing'
        case 'org delete'
            printf '%s\n' \
                ':organization Which one, by slug or id' \
                '--dry-run Show what would change, and change nothing' \
                '--confirm= Confirm by naming the slug of what is to go' \
                '--if-exists Succeed if there is nothing to delete' \
                '--purge Delete for good instead of moving to the trash; works on what is in the trash, too'
        case 'org restore'
            printf '%s\n' \
                ':deleted-organization Which one in the trash, by slug or id' \
                '--dry-run Show what would change, and change nothing'
        case 'project'
            printf '%s\n' \
                'create Create a project with both its environments' \
                'list List an organization\'s projects by slug' \
                'show Show a project with its environment IDs' \
                'update Rename a project or change its description' \
                'move Move a project to another organization' \
                'delete Move a project to the trash' \
                'restore Bring a project back from the trash'
        case 'project create'
            printf '%s\n' \
                ': What people call it: 1 to 100 characters' \
                '--slug= What commands call it; derived from the name if left out' \
                '--description= What it is: up to 1000 characters' \
                '--use Make it the current project' \
                '--if-not-exists Succeed, and change nothing, if a project has this slug already' \
                '--dry-run Show what would change, and change nothing'
        case 'project list'
            printf '%s\n' \
                '--all-orgs List those of all organizations instead of the current one' \
                '--deleted List those in the trash instead' \
                '--limit= Show at most this many' \
                '--after=project Start after this one, in the same order'
        case 'project show'
            printf '%s\n' \
                ':project Which one: PROJECT, ORG/PROJECT or id; the current one if left out'
        case 'project update'
            printf '%s\n' \
                ':project Which one: PROJECT, ORG/PROJECT or id' \
                '--name= A new name' \
                '--slug= A new slug' \
                '--description= A new description; empty to remove it' \
                '--if-revision= Only if it still has this revision' \
                '--dry-run Show what would change, and change nothing'
        case 'project move'
            printf '%s\n' \
                ':project Which one: PROJECT, ORG/PROJECT or id' \
                '--to=organization The organization it is to belong to' \
                '--if-revision= Only if it still has this revision' \
                '--dry-run Show what would change, and change nothing'
        case 'project delete'
            printf '%s\n' \
                ':project Which one: PROJECT, ORG/PROJECT or id' \
                '--dry-run Show what would change, and change nothing' \
                '--confirm= Confirm by naming the slug of what is to go' \
                '--if-exists Succeed if there is nothing to delete' \
                '--purge Delete for good instead of moving to the trash; works on what is in the trash, too'
        case 'project restore'
            printf '%s\n' \
                ':deleted-project Which one in the trash: PROJECT, ORG/PROJECT or id' \
                '--dry-run Show what would change, and change nothing'
        case 'env'
            printf '%s\n' \
                'list List the environments of an organization\'s projects' \
                'show Show an environment with its configuration' \
                'diff Show in what two environments or two revisions differ' \
                'promote Carry what changed in a project\'s sandbox over to live' \
                'history List the changes of an environment, the last one first' \
                'rollback Make a new revision that equals an earlier one' \
                'lock Refuse every change of an environment for a while' \
                'unlock Let an environment be changed again' \
                'export Write the values of an environment for other programs' \
                'run Start a program with the values and secrets of an environment'
        case 'env list'
            printf '%s\n' \
                '--all-orgs List those of all organizations instead of the current one' \
                '--limit= Show at most this many' \
                '--after=environment Start after this one, in the same order'
        case 'env show'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--revision= With the configuration that it had in this revision'
        case 'env diff'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--from=mode What to compare: a mode, or the number of a revision; else sandbox' \
                '--to=mode What to compare it with: a mode, or the number of a revision; else live, or the newest revision' \
                '--all-projects Show how far the two are apart in each project of the organization'
        case 'env promote'
            printf '%s\n' \
                '--allow-delete Let keys go from live' \
                '--allow-critical Let keys change that the schema marks as critical' \
                '--allow-new-domains Let URLs in whose host live does not have yet' \
                ':project Which project: [ORG/]PROJECT, its ID or its live environment\'s' \
                '--expect-env= Fail unless it is the environment with this ID' \
                ':key* Only these keys' \
                '--take=key Settle a conflict with the sandbox\'s value' \
                '--keep=key Let live keep its value of a key' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision' \
                '--yes Agree beforehand instead of being asked'
        case 'env history'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--limit= Show at most this many' \
                '--after= Start after this one, in the same order'
        case 'env rollback'
            printf '%s\n' \
                '--to= The revision to go back to' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision'
        case 'env lock'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--reason= Why, for those whom it keeps from changing it' \
                '--until= When it ends by itself: a time, or a duration such as 8h' \
                '--dry-run Show what would change, and change nothing'
        case 'env unlock'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing'
        case 'env export'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--format=export-format What to write: dotenv, shell, json, yaml, properties or k8s' \
                '--only=key Only the values at this key and below it' \
                '--with-secrets Write the secrets, too: for everybody to read who reads the output' \
                '-f|--file=file Write to a file instead of standard output' \
                '--force Replace the file if it is there already' \
                '--allow-loader-variables Allow variables that change which programs run, such as PATH or LD_PRELOAD, in shell, dotenv and k8s' \
                '--reference-timeout= Time limit for each file or command a secret refers to (default: 10s)'
        case 'env run'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--only=key Only the values at this key and below it' \
                '--clean-env Give it nothing else but PATH, HOME and a few more' \
                '--no-secrets Leave the secrets out' \
                '--mask Write *** for each secret in its output, which is no terminal for it then' \
                '--allow-loader-variables Allow variables that change which programs run, such as PATH or LD_PRELOAD' \
                '--:file The program to start, with its arguments' \
                '--reference-timeout= Time limit for each file or command a secret refers to (default: 10s)'
        case 'config'
            printf '%s\n' \
                'get Print the value of a key' \
                'set Give keys a value, all of them or none' \
                'unset Take the values of keys away, all of them or none' \
                'list List the values of an environment by key' \
                'import Take values from a file, all of them or none' \
                'edit Change the values of an environment in your editor' \
                'validate List what breaks the project\'s schema'
        case 'config get'
            printf '%s\n' \
                ':key The key, such as auth.mfa.enabled' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID'
        case 'config set'
            printf '%s\n' \
                ':assignment* What to set; KEY=- reads the value from standard input' \
                '--file=assignment Read the value of a key from a file; may be given several times' \
                '--string Take every value as a text' \
                '--json Take every value as JSON' \
                '--allow-empty Let standard input be empty' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision'
        case 'config unset'
            printf '%s\n' \
                ':key* The keys whose values are to go' \
                '--if-exists Succeed if a key has no value' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision'
        case 'config list'
            printf '%s\n' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--tree By the segments of the keys, as YAML or JSON' \
                '--limit= Show at most this many' \
                '--after=key Start after this one, in the same order'
        case 'config import'
            printf '%s\n' \
                '-f|--file=file The file; - for standard input' \
                '--format=import-format What it is: json, yaml or dotenv; if left out, what its name says' \
                '--replace Take the values away that are not in the file' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision'
        case 'config edit'
            printf '%s\n' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision' \
                '--yes Change it without asking'
        case 'config validate'
            printf '%s\n' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID'
        case 'secret'
            printf '%s\n' \
                'set Keep a secret under a key' \
                'list List the secrets of an environment without their values' \
                'reveal Print the value of a secret' \
                'unset Take secrets away, all of them or none' \
                'rotate-key Encrypt all secrets of the store anew, with a new key'
        case 'secret set'
            printf '%s\n' \
                ': The key, such as db.password' \
                '--from-file=file Read the value from a file, or from standard input for -' \
                '--from-env= Take the value of an environment variable' \
                '--ref= Keep where the value is instead: env:NAME, file:PATH or cmd:COMMAND' \
                '--allow-empty Let the value be empty' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision'
        case 'secret list'
            printf '%s\n' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--limit= Show at most this many' \
                '--after= Start after this one, in the same order'
        case 'secret reveal'
            printf '%s\n' \
                ': The key of the secret' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--reference-timeout= Time limit for each file or command a secret refers to (default: 10s)'
        case 'secret unset'
            printf '%s\n' \
                ':* The keys of the secrets that are to go' \
                '--if-exists Succeed if there is no such secret' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--dry-run Show what would change, and change nothing' \
                '-m|--message= Why, for the history' \
                '--if-revision= Only if the environment still has this revision'
        case 'secret rotate-key'
            printf '%s\n' \
                '--forget-old-keys Take the old keys out of the keyset, so that nothing can be read with them' \
                '--dry-run Show what would change, and change nothing'
        case 'schema'
            printf '%s\n' \
                'set Attach a JSON Schema to a project' \
                'show Print a project\'s JSON Schema as it was given' \
                'unset Take a project\'s JSON Schema away'
        case 'schema set'
            printf '%s\n' \
                '-f|--file=file Where the JSON Schema is; - is standard input' \
                '--allow-invalid Attach it even if present values break it' \
                ':project Which one: [ORG/]PROJECT or its ID; the current one if left out' \
                '--dry-run Show what would change, and change nothing'
        case 'schema show'
            printf '%s\n' \
                ':project Which one: [ORG/]PROJECT or its ID; the current one if left out'
        case 'schema unset'
            printf '%s\n' \
                ':project Which one: [ORG/]PROJECT or its ID; the current one if left out' \
                '--if-exists Succeed if the project has no schema' \
                '--dry-run Show what would change, and change nothing'
        case 'member'
            printf '%s\n' \
                'invite Invite people into an organization, all of them or none' \
                'list List the members of an organization by address' \
                'show Show a member of an organization' \
                'role Give a member another role' \
                'suspend Take a member\'s access away for a while' \
                'activate End the suspension of a member' \
                'remove Take a member out of an organization, with their tokens' \
                'leave Leave an organization' \
                'transfer-ownership Make a member the owner in the place of another'
        case 'member invite'
            printf '%s\n' \
                ':* Whom: their addresses' \
                '-f|--file=file Read addresses from a file, one a line, or from standard input for -' \
                '--role=role Their role: viewer, developer (the default), admin or owner' \
                '--expires= When the invitations end, such as 48h; 7d if left out' \
                '--if-not-exists Leave out those who are members or invited already' \
                '--dry-run Show what would change, and change nothing'
        case 'member list'
            printf '%s\n' \
                '--limit= Show at most this many' \
                '--after=member Start after this one, in the same order'
        case 'member show'
            printf '%s\n' \
                ':member Who: their address'
        case 'member role'
            printf '%s\n' \
                ':member Who: their address' \
                ':role The new role: viewer, developer, admin or owner' \
                '--dry-run Show what would change, and change nothing'
        case 'member suspend'
            printf '%s\n' \
                ':member Who: their address' \
                '--dry-run Show what would change, and change nothing'
        case 'member activate'
            printf '%s\n' \
                ':member Who: their address' \
                '--dry-run Show what would change, and change nothing'
        case 'member remove'
            printf '%s\n' \
                ':member Who: their address' \
                '--if-exists Succeed if there is no such member' \
                '--dry-run Show what would change, and change nothing'
        case 'member leave'
            printf '%s\n' \
                '--dry-run Show what would change, and change nothing'
        case 'member transfer-ownership'
            printf '%s\n' \
                ':member Who is going to be an owner: their address' \
                '--from=member The owner who becomes an admin instead; whoever acts if left out' \
                '--dry-run Show what would change, and change nothing'
        case 'invite'
            printf '%s\n' \
                'list List the invitations into an organization' \
                'accept Become a member, with the token of an invitation' \
                'decline Turn an invitation down, with its token' \
                'revoke Take an invitation back that nobody has accepted yet' \
                'resend Make a new token for an invitation, and end the old one'
        case 'invite list'
            printf '%s\n' \
                '--status=invitation-status Only those that are pending, accepted, declined, revoked or expired' \
                '--limit= Show at most this many' \
                '--after= Start after this one, in the same order'
        case 'invite accept'
            printf '%s\n' \
                '--token-stdin Read the token from standard input' \
                '--dry-run Show what would change, and change nothing'
        case 'invite decline'
            printf '%s\n' \
                '--token-stdin Read the token from standard input' \
                '--dry-run Show what would change, and change nothing'
        case 'invite revoke'
            printf '%s\n' \
                ':invited Whose: the address that was invited' \
                '--if-exists Succeed if nobody is invited so' \
                '--dry-run Show what would change, and change nothing'
        case 'invite resend'
            printf '%s\n' \
                ':invited Whose: the address that was invited' \
                '--expires= When it ends, such as 48h; 7d if left out' \
                '--dry-run Show what would change, and change nothing'
        case 'access'
            printf '%s\n' \
                'list List what somebody may do, or who may do what' \
                'check Answer whether somebody may do something' \
                'explain Explain why somebody may do something or not'
        case 'access list'
            printf '%s\n' \
                '--member=member Whose: this person\'s; your own if left out' \
                '--token=token Whose: that of this API token, by name or id' \
                '--project=project Where: one project; without a member, of all members' \
                '--limit= Show at most this many' \
                '--after= Start after this one, in the same order'
        case 'access check'
            printf '%s\n' \
                '--member=member Whose: this person\'s; your own if left out' \
                '--token=token Whose: that of this API token, by name or id' \
                '--can=action What is to be done, such as config.set' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID'
        case 'access explain'
            printf '%s\n' \
                '--member=member Whose: this person\'s; your own if left out' \
                '--token=token Whose: that of this API token, by name or id' \
                '--can=action What is to be done, such as config.set' \
                ':environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID'
        case 'token'
            printf '%s\n' \
                'create Make an API token, which is shown this once' \
                'list List the API tokens of an organization by name' \
                'revoke End API tokens, all of them or none'
        case 'token create'
            printf '%s\n' \
                '--name= What people call it: 1 to 100 characters' \
                '--role=role What it may do at most; viewer if left out' \
                '--project=project The only project it is for; all of them if left out' \
                '--mode=mode The only mode it is for; both if left out' \
                '--expires= When it ends, at most a year from now; after 90d if left out' \
                '--if-not-exists Succeed, and change nothing, if a token has this name already' \
                '--dry-run Show what would change, and change nothing'
        case 'token list'
            printf '%s\n' \
                '--revoked List those that are revoked instead' \
                '--limit= Show at most this many' \
                '--after=token Start after this one, in the same order'
        case 'token revoke'
            printf '%s\n' \
                ':token* Which ones, by name or id' \
                '--if-exists Succeed if there is no such token' \
                '--dry-run Show what would change, and change nothing'
        case 'audit'
            printf '%s\n' \
                'list List what happened, the oldest first' \
                'verify Check that nobody has rewritten the audit trail' \
                'export Write the audit trail so that other tools can verify it'
        case 'audit list'
            printf '%s\n' \
                '--all-orgs List the events of all organizations, by time' \
                '--project=project Only what happened to this project; to one that is deleted or purged by its id' \
                '--member|--actor=member Only what this person did, or the local operator os:USER@HOST' \
                '--target=member Only what was done to this, as it was called then: an address, ORG, ORG/PROJECT, ORG/PROJECT:MODE' \
                '--action=action-pattern Only actions that fit, such as \'project.*\', where * stands for any characters' \
                '--since= Only from this time or day on, or from so long ago' \
                '--until= Only before this time or day, or before so long ago' \
                '--follow Go on with the events that come, until interrupted' \
                '--limit= Show at most this many' \
                '--after= Start after this one, in the same order'
        case 'audit verify'
            printf '%s\n' \
                '--all-orgs Verify the trails of all organizations, as is done unless --org names one' \
                '--against=file Compare with the heads in a file that \'audit export\' wrote; - for standard input'
        case 'audit export'
            printf '%s\n' \
                '--all-orgs Export the trails of all organizations' \
                '--heads Only where each trail ends, of all organizations unless --org names one: to be kept elsewhere for \'audit verify --against\'' \
                '-f|--file=file Write to a file, not to standard output' \
                '--force Replace the file if it is there already'
        case 'billing'
            printf '%s\n' \
                'show Show the billing account of an organization' \
                'update Change the billing account of an organization' \
                'statement Show what an organization has to pay for a month' \
                'plan The price list: plans, whose versions hold from a day on' \
                'usage What was used, which live environments are charged for'
        case 'billing show'
        case 'billing update'
            printf '%s\n' \
                '--plan=plan Another plan: one of orgctl billing plan list' \
                '--currency= What is paid in: a code of ISO 4217' \
                '--from= The day from which plan and currency hold; today if left out' \
                '--email= Where bills go; empty to remove it' \
                '--legal-name= Who pays; empty to remove it' \
                '--address= Its address, which may have lines' \
                '--tax-id= Its tax number; empty to remove it' \
                '--trial-end= The first day that is charged; empty for no trial' \
                '--payment-days= Within how many days a bill is to be paid' \
                '--discount= How many per cent are taken off' \
                '--if-revision= Only if it still has this revision' \
                '--dry-run Show what would change, and change nothing'
        case 'billing statement'
            printf '%s\n' \
                '--period=period The month; the present one, up to today, if left out' \
                '--all-orgs Statements of all organizations instead of the current one' \
                '--totals Only the totals' \
                '--chart Bars of the twelve months up to this one' \
                '--format=statement-format The format html is a page to print; -o has no say in it' \
                '--close Freeze the month: its statements stay as they are, and take no more usage' \
                '--dry-run Show what --close would freeze, and change nothing'
        case 'billing plan'
            printf '%s\n' \
                'create Add a plan to the price list' \
                'list List the plans by name, as they are today' \
                'show Show a plan, with what it costs' \
                'update Make a new version of a plan, which holds from a day on' \
                'withdraw Take back a version of a plan that has not begun' \
                'retire Take a plan out of the price list'
        case 'billing plan create'
            printf '%s\n' \
                '--currency= What its prices are in: a code of ISO 4217' \
                '--base= What a month costs, whatever is used' \
                '--seat= What a month of a member costs beyond those included' \
                '--seats-included= How many members cost nothing' \
                '--meter= What a metric costs, tier by tier: active-users=1000:free,100000:0.05,0.02. Any number of times' \
                '--from= The day from which it holds; today if left out' \
                '-f|--file=file A document of YAML or JSON with the same; options win over it' \
                ': Its name' \
                '--if-not-exists Succeed, and change nothing, if there is a plan of this name already' \
                '--dry-run Show what would change, and change nothing'
        case 'billing plan list'
            printf '%s\n' \
                '--retired List those that are retired instead' \
                '--limit= Show at most this many' \
                '--after=plan Start after this one, in the same order'
        case 'billing plan show'
            printf '%s\n' \
                ':plan Its name' \
                '--version= As it is in this version; else as it is today' \
                '--all-versions Every version but those withdrawn, the first one first'
        case 'billing plan update'
            printf '%s\n' \
                '--currency= What its prices are in: a code of ISO 4217' \
                '--base= What a month costs, whatever is used' \
                '--seat= What a month of a member costs beyond those included' \
                '--seats-included= How many members cost nothing' \
                '--meter= What a metric costs, tier by tier: active-users=1000:free,100000:0.05,0.02. Any number of times' \
                '--from= The day from which it holds; today if left out' \
                '-f|--file=file A document of YAML or JSON with the same; options win over it' \
                ':plan Its name' \
                '--no-meter=metric A metric that costs nothing any more' \
                '--if-revision= Only if its newest version is still this one' \
                '--dry-run Show what would change, and change nothing'
        case 'billing plan withdraw'
            printf '%s\n' \
                ':plan Its name' \
                '--version= Which version' \
                '--dry-run Show what would change, and change nothing'
        case 'billing plan retire'
            printf '%s\n' \
                ':plan Its name' \
                '--dry-run Show what would change, and change nothing'
        case 'billing usage'
            printf '%s\n' \
                'record Record what was used in an environment' \
                'import Record usage from a file, all of it or nothing' \
                'list List an organization\'s usage in the order of recording' \
                'summary Sum up what was used in a month, by environment and metric'
        case 'billing usage record'
            printf '%s\n' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--metric=metric What is counted' \
                '--quantity= How much, with up to six decimals; below zero to take back what was too much' \
                '--at= When it was used; now if left out' \
                '--key= What makes recording it twice count once' \
                '--corrects=period The closed month it was used in, which the present month\'s statement corrects' \
                '--dry-run Show what would change, and change nothing'
        case 'billing usage import'
            printf '%s\n' \
                '-f|--file=file Where the records are; - is standard input' \
                '--format=usage-format What it is, csv or ndjson; the file\'s name tells it if left out' \
                '--dry-run Show what would change, and change nothing'
        case 'billing usage list'
            printf '%s\n' \
                '--env=environment Which one: [ORG/]PROJECT with --mode, [ORG/]PROJECT:MODE, or the environment ID; the current project\'s if left out' \
                '--mode=mode Which of the two: sandbox or live' \
                '--expect-env= Fail unless it is the environment with this ID' \
                '--metric=metric Only what is counted in this' \
                '--period=period Only what was used in this month' \
                '--limit= Show at most this many' \
                '--after= Start after this one, in the same order'
        case 'billing usage summary'
            printf '%s\n' \
                '--period=period The month; the present one if left out' \
                '--all-orgs What all organizations used instead of the current one'
        case 'use'
            printf '%s\n' \
                ':workplace What to work in from now on' \
                '--mode=mode The mode for commands that only read and are given none' \
                '--here Choose for this directory and those below it only, in a file .orgctl.json' \
                '--clear Forget what was chosen'
        case 'status'
            printf '%s\n' \
                '--explain Say where each value comes from'
        case 'trust'
            printf '%s\n' \
                ':file Settings file, or its directory (default: the nearest .orgctl.json)' \
                '--reference= Trust a reference of the current store instead: file:PATH or cmd:COMMAND' \
                '--revoke Stop trusting it' \
                '--list List everything that is trusted'
        case 'store'
            printf '%s\n' \
                'info Show where the store is and what it holds' \
                'check Check that the store is sound'
        case 'store info'
        case 'store check'
        case 'completion'
            printf '%s\n' \
                ':shell Which shell: bash, zsh or fish'
        case 'commands'
        case 'doctor'
        case 'version'
    end
end

# The words of a row without their descriptions.
function __orgctl_row
    __orgctl_words "$argv[1]" | string replace -r ' .*' ''
end

# The noun that a word names; a question mark where it names none.
function __orgctl_noun
    if contains -- $argv[1] (__orgctl_row '')
        echo $argv[1]
    else if contains -- $argv[1] (__orgctl_row -plurals)
        __orgctl_words -plurals | string replace -f -- "$argv[1] " ''
    else
        echo '?'
    end
end

# All options and arguments that are possible with a noun and a command, either of which may not be known yet.
function __orgctl_possible -a noun leaf
    __orgctl_row -options
    set -l places $noun
    test -z "$leaf"; or set places $leaf
    test -n "$noun$leaf"; or set places (__orgctl_row '')
    for each in $places
        __orgctl_below $each
    end
end

# What is possible with a noun or a command: its own, and what each word behind it makes possible.
function __orgctl_below
    set -l words (__orgctl_row "$argv[1]")
    set -q words[1]; or return
    printf '%s\n' $words
    for word in (string match -r '^[a-z].*' -- $words)
        __orgctl_below "$argv[1] $word"
    end
end

# What the value of an option is, or - where it has none. Fails where there is no such option.
function __orgctl_kind -a option noun leaf
    for word in (__orgctl_possible "$noun" "$leaf" | string match -- '-*')
        set -l parts (string split -m 1 = -- $word)
        if contains -- $option (string split '|' -- $parts[1])
            set -q parts[2]; and echo $parts[2]; or echo -
            return 0
        end
    end
    return 1
end

# Prints nouns or verbs as fish expects them: the description behind a tab. Plurals only where no noun fits.
function __orgctl_print_words -a noun current
    set -l words (__orgctl_words "$noun" | string match -v -- '-*')
    if test -z "$noun"; and not string match -q -- "$current*" $words
        set words (__orgctl_words -plurals)
    end
    printf '%s\n' $words | string replace ' ' \t
end

# Prints the options of a command that are not used yet; those that are come behind.
function __orgctl_print_options -a noun leaf
    set -l used $argv[3..-1]
    set -l key "$leaf"
    test -z "$noun"; or test -n "$leaf"; or set key -options
    for word in (begin; __orgctl_words "$key"; test "$key" = -options; or __orgctl_words -options; end)
        set -l parts (string split -m 1 ' ' -- $word)
        set -l names (string replace -r '=.*' '' -- $parts[1] | string split '|')
        string match -q -- '-*' $names[1]; and not string match -q -- '--:*' $names[1]; or continue
        set -l free $names
        for name in $names
            contains -- $name $used; and set free
        end
        for name in $free
            printf '%s\t%s\n' $name $parts[2]
        end
    end
end

# Prints the values of a kind, each behind a start such as '--org='. The words of the line come behind.
function __orgctl_print_values -a kind leaf start value program
    switch "$kind"
        case '' -
            return
        case file
            for file in (__fish_complete_path "$value")
                printf '%s\n' $start$file
            end
            return
        case field order
            set kind "$kind:$leaf"
    end
    string match -q '~/*' -- $program; and set program $HOME(string sub -s 2 -- $program)
    for line in ($program __complete $kind "$value" -- $argv[6..-1] 2>/dev/null </dev/null)
        printf '%s\n' $start$line
    end
end

function __orgctl_complete
    set -l before (commandline -xpc 2>/dev/null; or commandline -opc)
    set -l token (commandline -ct)
    # Its quote may not be closed yet.
    set -l current (string unescape -- $token; or string unescape -- $token\"; or string unescape -- $token\')
    set -l next (count $before x)
    test -n "$token"; and set next (math $next + 1)
    set -l after (commandline -op)
    set after $after[$next..-1]
    set -l used (printf '%s\n' $after | string replace -r '=.*' '')
    set -l position 1
    set -l noun
    set -l leaf
    set -l option
    set -l ended
    set -l kind

    # Reads which command the words before the cursor name, and what is to come at the cursor.
    for word in $before[2..-1]
        if test -n "$option"
            set option
        else if test -n "$ended"
            set position (math $position + 1)
        else if test "$word" = --
            set ended 1
        else if string match -qr '^-.' -- $word
            set -a used (string replace -r '=.*' '' -- $word)
            set kind (__orgctl_kind $word "$noun" "$leaf")
            and test "$kind" != -
            and set option $word
        else if test -n "$leaf"
            set position (math $position + 1)
        else if test -n "$noun"
            contains -- $word (__orgctl_row "$noun"); or set word '?'
            if __orgctl_row "$noun $word" | string match -qr '^[a-z]'
                set noun "$noun $word"
            else
                set leaf "$noun $word"
            end
        else if test "$word" != help
            set noun (__orgctl_noun $word)
            __orgctl_row $noun | string match -qr '^[a-z]'; or set leaf $noun
        end
    end

    if test -n "$option"
        set kind (__orgctl_kind $option "$noun" "$leaf")
        # What the line says does not count in the option whose value is still being typed.
        __orgctl_print_values "$kind" "$leaf" '' "$current" $before[1..-2] $after
    else if test -z "$ended"; and string match -q -- '-*=*' "$current"
        set -l parts (string split -m 1 = -- $current)
        set kind (__orgctl_kind $parts[1] "$noun" "$leaf")
        and __orgctl_print_values "$kind" "$leaf" $parts[1]= "$parts[2]" $before $after
    else if test -z "$ended"; and string match -q -- '-*' "$current"
        __orgctl_print_options "$noun" "$leaf" $used
    else if test -z "$leaf"
        test -z "$ended"; and __orgctl_print_words "$noun" "$current"
    else
        set -l kinds (__orgctl_row $leaf | string replace -rf '^:' '')
        set -l command (__orgctl_row $leaf | string replace -rf '^--:' '')
        if test -n "$ended"; and set -q command[1]
            set kinds $command
            set position 1
        else if test $position -gt (count $kinds); and string match -q -- '*\*' "$kinds[-1]"
            set position (count $kinds)
        end
        __orgctl_print_values (string replace '*' '' -- "$kinds[$position]") "$leaf" '' "$current" $before $after
    end
end

complete -c orgctl -f -a '(__orgctl_complete)'
