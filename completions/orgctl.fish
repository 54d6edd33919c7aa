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
                'org Manage organizations' \
                'project Manage projects' \
                'env Manage sandbox and live environments' \
                'use Select the current organization and project' \
                'search Search names, keys, values and notes' \
                'status Show the current settings' \
                'dashboard Open an interactive dashboard' \
                'config Manage the configuration of an environment' \
                'secret Manage the secrets of an environment' \
                'schema Manage the JSON Schema of a project' \
                'export Export organizations and projects as documents' \
                'plan Show what applying documents would change' \
                'apply Apply documents or a saved plan' \
                'member Manage the members of an organization' \
                'invite Manage invitations to an organization' \
                'access Inspect permissions' \
                'token Manage API tokens' \
                'audit Read and verify the audit log' \
                'billing Manage billing, price plans and usage' \
                'import Import organizations, projects or members' \
                'batch Run many command lines in one process' \
                'store Inspect stores, and back up, restore or copy them' \
                'settings Manage your defaults' \
                'alias Manage shortcuts for commands' \
                'trust Trust a settings file or a secret reference' \
                'completion Print or install shell completion' \
                'commands Print all commands, options and exit codes as JSON' \
                'doctor Diagnose the installation' \
                'version Show the versions of orgctl and Java' \
                'help Show the help of a command or topic' \
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
                'stores store' \
                'aliases alias'
        case '-topics'
            printf '%s\n' \
                'context Where the store, the organization, the project and the mode come from' \
                'environment Environment variables' \
                'exit-codes Exit codes' \
                'gates Options that approve risky changes of live' \
                'options Global options' \
                'output Formats, fields, sorting and jq' \
                'references How to name organizations, projects and environments' \
                'schema-policies Rules for keys in a project\'s schema (x-orgctl)'
        case '-options'
            printf '%s\n' \
                '-o|--output=format Output format: table, json, ndjson, yaml, csv, tsv or ids (default: table)' \
                '--fields=field Show only these fields, in this order' \
                '--jq= Filter JSON with a jq expression; strings are printed unquoted' \
                '--sort=order Sort a list by a field' \
                '--no-header Omit the header of tables, csv and tsv' \
                '--csv-safe Escape csv and tsv cells that spreadsheets would treat as formulas' \
                '--org=organization Organization slug or ID (default: current organization)' \
                '--store=file Store: a file or a postgresql:// URL' \
                '--as=member Act as this member (default: the local operator)' \
                '--wait= Maximum time to wait for other changes to the store, for example 500ms, 30s or 5m (default: 30s)' \
                '--color=color Use colours: always, never or auto (default: auto)' \
                '--time=time-style Times in tables: utc, local or relative (default: local on a terminal).' \
                '--no-pager Do not page long output' \
                '--no-input Never prompt' \
                '--debug Show the stack trace of an error' \
                '-h|--help Show help'
        case 'org'
            printf '%s\n' \
                'create Create an organization' \
                'list List organizations by slug' \
                'show Show an organization' \
                'update Update an organization' \
                'delete Move an organization and its projects to the trash' \
                'restore Restore an organization from the trash'
        case 'org create'
            printf '%s\n' \
                ': Display name (1 to 100 characters)' \
                '--slug= Slug used in commands (default: derived from the name)' \
                '--website= Website URL' \
                '--description= Description (up to 1000 characters)' \
                '--live-writes=live-writes Minimum role required to change live environments: developer, admin or owner (default: developer)' \
                '--use Select it as the current organization' \
                '--if-not-exists Succeed without changes if the organization already exists' \
                '--dry-run Show what would change without changing anything'
        case 'org list'
            printf '%s\n' \
                '--deleted List deleted organizations instead' \
                '--limit= Maximum number of results' \
                '--after=organization Continue after this item'
        case 'org show'
            printf '%s\n' \
                ':organization Organization slug or ID (default: current organization)'
        case 'org update'
            printf '%s\n' \
                ':organization Organization slug or ID' \
                '--name= New name' \
                '--slug= New slug' \
                '--website= New website URL; empty to remove' \
                '--description= New description; empty to remove' \
                '--live-writes=live-writes New minimum role required to change live environments: developer, admin or owner' \
                '--if-revision= Fail unless this is the current revision' \
                '--dry-run Show what would change without changing anything'
        case 'org delete'
            printf '%s\n' \
                ':organization Organization slug or ID' \
                '--dry-run Show what would change without changing anything' \
                '--confirm= Confirm the deletion by repeating the slug' \
                '--if-exists Succeed if there is nothing to delete' \
                '--purge Delete permanently, including items already in the trash' \
                '--break-references Allow removing what templates refer to'
        case 'org restore'
            printf '%s\n' \
                ':deleted-organization Slug or ID of the deleted organization' \
                '--dry-run Show what would change without changing anything'
        case 'project'
            printf '%s\n' \
                'create Create a project with its sandbox and live environments' \
                'list List the projects of an organization by slug' \
                'show Show a project and its environment IDs' \
                'update Update a project' \
                'move Move a project to another organization' \
                'clone Create a project from another, with its schema and values' \
                'delete Move a project to the trash' \
                'restore Restore a project from the trash'
        case 'project create'
            printf '%s\n' \
                ': Display name (1 to 100 characters)' \
                '--slug= Slug used in commands (default: derived from the name)' \
                '--description= Description (up to 1000 characters)' \
                '--since= First day that usage can be recorded of (default: now)' \
                '--use Select it as the current project' \
                '--if-not-exists Succeed without changes if the project already exists' \
                '--dry-run Show what would change without changing anything'
        case 'project list'
            printf '%s\n' \
                '--all-orgs List the projects of all organizations' \
                '--deleted List deleted projects instead' \
                '--limit= Maximum number of results' \
                '--after=project Continue after this item'
        case 'project show'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT or ID (default: current project)'
        case 'project update'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT or ID' \
                '--name= New name' \
                '--slug= New slug' \
                '--description= New description; empty to remove' \
                '--if-revision= Fail unless this is the current revision' \
                '--dry-run Show what would change without changing anything'
        case 'project move'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT or ID' \
                '--to=organization Target organization' \
                '--if-revision= Fail unless this is the current revision' \
                '--break-references Allow templates that refer to another organization' \
                '--dry-run Show what would change without changing anything'
        case 'project clone'
            printf '%s\n' \
                ':project Project to clone: [ORG/]PROJECT or ID' \
                ': Display name of the new project (1 to 100 characters)' \
                '--slug= Slug used in commands (default: derived from the name)' \
                '--with-secrets Copy secrets as well' \
                '--dry-run Show what would change without changing anything'
        case 'project delete'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT or ID' \
                '--dry-run Show what would change without changing anything' \
                '--confirm= Confirm the deletion by repeating the slug' \
                '--if-exists Succeed if there is nothing to delete' \
                '--purge Delete permanently, including items already in the trash' \
                '--break-references Allow removing what templates refer to'
        case 'project restore'
            printf '%s\n' \
                ':deleted-project Deleted project: [ORG/]PROJECT or ID' \
                '--dry-run Show what would change without changing anything'
        case 'env'
            printf '%s\n' \
                'list List the environments of an organization' \
                'show Show an environment and its configuration' \
                'diff Show the differences between environments or revisions' \
                'promote Promote sandbox changes to live' \
                'history List the changes of an environment, newest first' \
                'rollback Roll an environment back to an earlier revision' \
                'undo Undo the last change of an environment' \
                'lock Lock an environment against changes' \
                'unlock Unlock an environment' \
                'export Export the values of an environment for other programs' \
                'render Fill a template with the values of an environment' \
                'run Run a program with the values and secrets of an environment'
        case 'env list'
            printf '%s\n' \
                '--all-orgs List the environments of all organizations' \
                '--mode=mode Only this mode' \
                '--limit= Maximum number of results' \
                '--after=environment Continue after this item'
        case 'env show'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--revision= Show the configuration as of this revision'
        case 'env diff'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                ':environment Environment to compare with: [ORG/]PROJECT:MODE or environment ID' \
                '--from=mode Mode or revision to compare (default: sandbox)' \
                '--to=mode Mode or revision to compare with (default: live, or the newest revision)' \
                '--all-projects Compare sandbox and live in every project of the organization'
        case 'env promote'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT, project ID or live environment ID (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                ':key* Keys to promote (default: all changed keys)' \
                '--take=key Resolve a conflict with the sandbox value' \
                '--keep=key Resolve a conflict by keeping the live value' \
                '--allow-delete Allow deleting keys from live' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt'
        case 'env history'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'env rollback'
            printf '%s\n' \
                '--to= Revision to roll back to' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-delete Allow deleting keys from live' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to'
        case 'env undo'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-delete Allow deleting keys from live' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to'
        case 'env lock'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--reason= Reason, shown when a change is refused' \
                '--until= Time or duration after which the lock expires, for example 8h' \
                '--dry-run Show what would change without changing anything'
        case 'env unlock'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything'
        case 'env export'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--format=export-format Format: dotenv, shell, json, yaml, properties or k8s' \
                '--only=key Only this key and the keys below it' \
                '--with-secrets Include secrets in plain text' \
                '-f|--file=file Write to a file instead of standard output' \
                '--force Overwrite an existing file' \
                '--allow-loader-variables Allow variables that change which programs run, such as PATH or LD_PRELOAD, in shell, dotenv and k8s' \
                '--fallback=file Keep an encrypted snapshot of the values in this file, and use it when the store can\'t be reached' \
                '--fallback-max-age= Maximum age of a snapshot to use (default: 24h)' \
                '--reference-timeout= Time limit for each file or command that a secret refers to (default: 10s)'
        case 'env render'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '-f|--file=file Template file; - for standard input' \
                '--out=file Write to a file instead of standard output' \
                '--with-secrets Allow the template to name secrets' \
                '--check Only check whether the file of --out is up to date (exit 1 if it is not)' \
                '--force Overwrite an existing file' \
                '--reference-timeout= Time limit for each file or command that a secret refers to (default: 10s)'
        case 'env run'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--only=key Only this key and the keys below it' \
                '--clean-env Pass no other variables except PATH, HOME and a few more' \
                '--no-secrets Leave out secrets' \
                '--mask Replace secret values in the program\'s output with *** (its output is then not a terminal)' \
                '--allow-loader-variables Allow variables that change which programs run, such as PATH or LD_PRELOAD' \
                '--watch Restart the program when its values change' \
                '--signal= With --watch: send HUP, USR1 or USR2 instead of restarting the program' \
                '--:file Program to run, with its arguments' \
                '--fallback=file Keep an encrypted snapshot of the values in this file, and use it when the store can\'t be reached' \
                '--fallback-max-age= Maximum age of a snapshot to use (default: 24h)' \
                '--reference-timeout= Time limit for each file or command that a secret refers to (default: 10s)'
        case 'use'
            printf '%s\n' \
                ':workplace Project of the current organization, or organization or project to select; - for the previous selection' \
                '--mode=mode Default mode; changing live always requires naming live' \
                '--here Select only for this directory and its subdirectories, in a .orgctl.json file' \
                '--clear Clear the selection'
        case 'search'
            printf '%s\n' \
                ': Text in names, slugs, addresses, keys, values or notes' \
                '--key= Only keys that match a pattern with * and ?' \
                '--value= Only values that contain TEXT' \
                '--references= Only templates that refer to KEY of any environment' \
                '--mode=mode Only this mode' \
                '--all-orgs Search all organizations' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'status'
            printf '%s\n' \
                '--explain Show the origin of each value' \
                '--prompt=prompt-style Print the organization, project and mode for a shell prompt: bash, zsh, fish or plain'
        case 'dashboard'
            printf '%s\n' \
                '--read-only Offer no actions' \
                '--mouse Enable the mouse, which disables selecting text in the terminal'
        case 'config'
            printf '%s\n' \
                'get Print the values of keys' \
                'set Set one or more keys atomically' \
                'unset Remove one or more keys atomically' \
                'list List the values of an environment by key' \
                'rename Rename a key atomically' \
                'note Set the note on a key' \
                'copy Copy values from one environment to another' \
                'import Import values from a file atomically' \
                'edit Edit the values of an environment in your editor' \
                'validate Validate values against the project\'s schema'
        case 'config get'
            printf '%s\n' \
                ':key* Keys, for example auth.mfa.enabled, or patterns with * and ?' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--raw Print templates as they are written'
        case 'config set'
            printf '%s\n' \
                ':assignment* Values to set; KEY=- reads the value from standard input' \
                '-f|--file=assignment Read the value of a key from a file (repeatable)' \
                '--string Treat every value as a string' \
                '--json Treat every value as JSON' \
                '--allow-empty Allow an empty value from standard input' \
                '--expand Treat every value as a template with references to other values' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment'
        case 'config unset'
            printf '%s\n' \
                ':key* Keys to remove' \
                '--if-exists Succeed if a key is not set' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment'
        case 'config list'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--only=key Only this key and the keys below it' \
                '--tree Nest the values by the segments of their keys, as YAML or JSON' \
                '--limit= Maximum number of results' \
                '--after=key Continue after this item'
        case 'config rename'
            printf '%s\n' \
                ':key Key to rename' \
                ': New key' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment'
        case 'config note'
            printf '%s\n' \
                ':key Key, for example auth.mfa.enabled' \
                ': Note (up to 1000 characters); empty to remove' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything'
        case 'config copy'
            printf '%s\n' \
                ':key* Keys to copy (default: all)' \
                '--only=key Only this key and the keys below it' \
                '--from=environment Environment to copy from: [ORG/]PROJECT:MODE or environment ID' \
                '--to=environment Environment to copy to: [ORG/]PROJECT:MODE or environment ID' \
                '--overwrite Overwrite values that differ' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema'
        case 'config import'
            printf '%s\n' \
                '-f|--file=file File to import; - for standard input' \
                '--format=import-format File format: json, yaml or dotenv (default: from the file name)' \
                '--replace Remove keys that are not in the file' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-delete Allow deleting keys from live' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to'
        case 'config edit'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-delete Allow deleting keys from live' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing what templates refer to'
        case 'config validate'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID'
        case 'secret'
            printf '%s\n' \
                'set Set one or more secrets' \
                'import Import secrets from a file atomically' \
                'list List the secrets of an environment without their values' \
                'reveal Print the value of a secret' \
                'history List the versions of a secret, newest first' \
                'rollback Roll a secret back to an earlier version' \
                'due List secrets that expire or are due for rotation' \
                'check Check secrets for reused, old and exposed values without revealing them' \
                'unset Remove one or more secrets atomically' \
                'copy Copy secrets from one environment to another' \
                'rotate-key Re-encrypt all secrets of the store with a new key'
        case 'secret set'
            printf '%s\n' \
                ': Key, for example db.password' \
                ':* More keys, with --from-env' \
                '--from-file=file Read the value from a file; - for standard input' \
                '--from-env= Read the value from an environment variable (default: the name that the key is exported by)' \
                '--ref= Store a reference to the value instead: env:NAME, file:PATH or cmd:COMMAND' \
                '--allow-empty Allow an empty value' \
                '--expires= Time or duration after which the secret expires, for example 2027-01-31 or 90d; or never' \
                '--rotate-every= Period after which a new value is due, for example 90d or P3M; or never' \
                '--note= Note about the secret, for example its owner' \
                '--keep-versions= Number of versions to keep, including the current one (default: 10)' \
                '--expand Treat the value as a template with references to other values and secrets' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment'
        case 'secret import'
            printf '%s\n' \
                '-f|--file=file File to import; - for standard input' \
                '--format=import-format File format: json, yaml or dotenv (default: from the file name)' \
                '--only=key Only this key and the keys below it' \
                '--skip-existing Skip secrets that already exist' \
                '--overwrite Overwrite secrets that have another value' \
                '--allow-empty Allow empty values' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-critical Allow changing keys marked critical in the schema'
        case 'secret list'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'secret reveal'
            printf '%s\n' \
                ': Key of the secret' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--raw Print a template as it is written' \
                '--version= Version to print (default: the current one)' \
                '--reference-timeout= Time limit for each file or command that a secret refers to (default: 10s)'
        case 'secret history'
            printf '%s\n' \
                ': Key of the secret' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'secret rollback'
            printf '%s\n' \
                ': Key of the secret' \
                '--to= Version to roll back to' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment'
        case 'secret due'
            printf '%s\n' \
                '--within= Period to look ahead, for example 7d (default: 30d)' \
                '--all-orgs List the secrets of all organizations' \
                '--all Include tokens and invitations that expire'
        case 'secret check'
            printf '%s\n' \
                '--older-than= Report values older than this, for example 365d' \
                '--all-orgs Check the secrets of all organizations'
        case 'secret unset'
            printf '%s\n' \
                ':* Keys of the secrets to remove' \
                '--if-exists Succeed if there is no such secret' \
                '--purge Delete permanently, with all versions' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--break-references Allow removing what templates refer to' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment'
        case 'secret copy'
            printf '%s\n' \
                ':* Keys to copy (default: all)' \
                '--only=key Only this key and the keys below it' \
                '--from=environment Environment to copy from: [ORG/]PROJECT:MODE or environment ID' \
                '--to=environment Environment to copy to: [ORG/]PROJECT:MODE or environment ID' \
                '--overwrite Overwrite secrets that differ' \
                '--dry-run Show what would change without changing anything' \
                '-m|--message= Message for the history' \
                '--if-revision= Fail unless this is the current revision of the environment' \
                '--yes Skip the confirmation prompt' \
                '--allow-critical Allow changing keys marked critical in the schema'
        case 'secret rotate-key'
            printf '%s\n' \
                '--forget-old-keys Remove the old keys from the keyset; values encrypted with them can no longer be read' \
                '--dry-run Show what would change without changing anything'
        case 'schema'
            printf '%s\n' \
                'set Attach a JSON Schema to a project' \
                'show Print a project\'s JSON Schema' \
                'unset Remove a project\'s JSON Schema'
        case 'schema set'
            printf '%s\n' \
                '-f|--file=file JSON Schema file; - for standard input' \
                '--allow-invalid Attach the schema even if current values violate it' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                ':project Project: [ORG/]PROJECT or ID (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--dry-run Show what would change without changing anything'
        case 'schema show'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT or ID (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)'
        case 'schema unset'
            printf '%s\n' \
                ':project Project: [ORG/]PROJECT or ID (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--if-exists Succeed if the project has no schema' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--dry-run Show what would change without changing anything'
        case 'export'
            printf '%s\n' \
                '-p|--project=project Only this project' \
                '--mode=mode Only this mode' \
                '--with-ids Include IDs, so that renamed resources are recognized' \
                '--format=document-format Format of the documents: yaml or json (default: yaml)' \
                '--dir=file Write a file per organization and project to this folder; unchanged files are not touched'
        case 'plan'
            printf '%s\n' \
                '-f|--file=file Documents in YAML or JSON: a file, a folder, or - for standard input' \
                '-p|--project=project Only this project of the documents' \
                '--allow-live Allow changes to live environments' \
                '--allow-role-changes Allow changes to members, roles and the organization of projects' \
                '--allow-delete Delete what is missing from the documents' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing or moving what templates refer to' \
                '--out=file Save the plan to a file for apply, or - for standard output' \
                '--drift Report all differences between the store and the documents (read-only)' \
                '--acknowledge= Accept a difference as long as the store has this value: JSON, or - for none (requires --until)' \
                '--until= Time or date at which acknowledgements expire' \
                '-m|--message= Message for the history of environments' \
                '--format=plan-format Format of the plan: table, json, markdown or junit (default: table)'
        case 'apply'
            printf '%s\n' \
                ':file Plan saved by orgctl plan --out PLAN, or - for standard input' \
                '-f|--file=file Documents in YAML or JSON: a file, a folder, or - for standard input' \
                '-p|--project=project Only this project of the documents' \
                '--allow-live Allow changes to live environments' \
                '--allow-role-changes Allow changes to members, roles and the organization of projects' \
                '--allow-delete Delete what is missing from the documents' \
                '--allow-critical Allow changing keys marked critical in the schema' \
                '--allow-new-domains Allow URLs with hosts not yet used in live' \
                '--allow-downgrades Allow loosening values marked downgrade in the schema' \
                '--break-references Allow removing or moving what templates refer to' \
                '-m|--message= Message for the history of environments' \
                '--reference-timeout= Time limit for each file or command that a secret refers to (default: 10s)' \
                '--dry-run Show what would change without changing anything' \
                '--yes Skip the confirmation prompt'
        case 'member'
            printf '%s\n' \
                'invite Invite people to an organization atomically' \
                'list List the members of an organization by e-mail address' \
                'show Show a member of an organization' \
                'role Change a member\'s role' \
                'suspend Suspend a member\'s access' \
                'activate Reactivate a suspended member' \
                'remove Remove a member from an organization' \
                'leave Leave an organization' \
                'transfer-ownership Transfer ownership to another member'
        case 'member invite'
            printf '%s\n' \
                ':* E-mail addresses to invite' \
                '-f|--file=file Read addresses from a file, one per line; - for standard input' \
                '--role=role Role: viewer, developer, admin or owner (default: developer)' \
                '--expires= Expiry of the invitations, for example 48h (default: 7d)' \
                '--if-not-exists Skip addresses that are already members or invited' \
                '--dry-run Show what would change without changing anything'
        case 'member list'
            printf '%s\n' \
                '--limit= Maximum number of results' \
                '--after=member Continue after this item'
        case 'member show'
            printf '%s\n' \
                ':member E-mail address of the member'
        case 'member role'
            printf '%s\n' \
                ':member E-mail address of the member' \
                ':role New role: viewer, developer, admin or owner' \
                '--dry-run Show what would change without changing anything'
        case 'member suspend'
            printf '%s\n' \
                ':member E-mail address of the member' \
                '--dry-run Show what would change without changing anything'
        case 'member activate'
            printf '%s\n' \
                ':member E-mail address of the member' \
                '--dry-run Show what would change without changing anything'
        case 'member remove'
            printf '%s\n' \
                ':member E-mail address of the member' \
                '--if-exists Succeed if there is no such member' \
                '--dry-run Show what would change without changing anything'
        case 'member leave'
            printf '%s\n' \
                '--dry-run Show what would change without changing anything'
        case 'member transfer-ownership'
            printf '%s\n' \
                ':member E-mail address of the new owner' \
                '--from=member Owner who becomes an admin (default: the acting member)' \
                '--dry-run Show what would change without changing anything'
        case 'invite'
            printf '%s\n' \
                'list List the invitations to an organization' \
                'accept Accept an invitation with its token' \
                'decline Decline an invitation with its token' \
                'revoke Revoke a pending invitation' \
                'resend Replace the token of an invitation'
        case 'invite list'
            printf '%s\n' \
                '--status=invitation-status Only invitations with this status: pending, accepted, declined, revoked or expired' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'invite accept'
            printf '%s\n' \
                '--token-stdin Read the token from standard input' \
                '--dry-run Show what would change without changing anything'
        case 'invite decline'
            printf '%s\n' \
                '--token-stdin Read the token from standard input' \
                '--dry-run Show what would change without changing anything'
        case 'invite revoke'
            printf '%s\n' \
                ':invited Invited e-mail address' \
                '--if-exists Succeed if there is no such invitation' \
                '--dry-run Show what would change without changing anything'
        case 'invite resend'
            printf '%s\n' \
                ':invited Invited e-mail address' \
                '--expires= Expiry of the invitation, for example 48h (default: 7d)' \
                '--dry-run Show what would change without changing anything'
        case 'access'
            printf '%s\n' \
                'list List the permissions of a member or token, or on a project' \
                'check Check whether a member or token may perform an action' \
                'explain Explain why an action is allowed or denied'
        case 'access list'
            printf '%s\n' \
                '--member=member E-mail address of a member (default: the acting identity)' \
                '--token=token Name or ID of an API token' \
                '-p|--project=project Only this project; without --member or --token, lists the permissions of all members' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'access check'
            printf '%s\n' \
                '--member=member E-mail address of a member (default: the acting identity)' \
                '--token=token Name or ID of an API token' \
                '--can=action Action to check, for example config.set' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID'
        case 'access explain'
            printf '%s\n' \
                '--member=member E-mail address of a member (default: the acting identity)' \
                '--token=token Name or ID of an API token' \
                '--can=action Action to check, for example config.set' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID'
        case 'token'
            printf '%s\n' \
                'create Create an API token (shown only once)' \
                'list List the API tokens of an organization by name' \
                'revoke Revoke one or more API tokens atomically'
        case 'token create'
            printf '%s\n' \
                '--name= Display name (1 to 100 characters)' \
                '--role=role Maximum role of the token (default: viewer)' \
                '-p|--project=project Limit the token to one project (default: all projects)' \
                '--mode=mode Limit the token to one mode (default: both modes)' \
                '--expires= Expiry, at most one year from now (default: 90d)' \
                '--if-not-exists Succeed without changes if the token already exists' \
                '--dry-run Show what would change without changing anything'
        case 'token list'
            printf '%s\n' \
                '--revoked List revoked tokens instead' \
                '--limit= Maximum number of results' \
                '--after=token Continue after this item'
        case 'token revoke'
            printf '%s\n' \
                ':token* Names or IDs of the tokens' \
                '--if-exists Succeed if there is no such token' \
                '--dry-run Show what would change without changing anything'
        case 'audit'
            printf '%s\n' \
                'list List audit events, oldest first' \
                'verify Verify the integrity of the audit log' \
                'export Export the audit log for verification by other tools'
        case 'audit list'
            printf '%s\n' \
                '--all-orgs List the events of all organizations by time' \
                '-p|--project=project Only events of this project; use the ID for a deleted or purged project' \
                '--member|--actor=member Only events by this member, or by the local operator os:USER@HOST' \
                '--target=member Only events on this target, as named at that time: an e-mail address, ORG, ORG/PROJECT or ORG/PROJECT:MODE' \
                '--action=action-pattern Only actions that match a pattern, for example \'project.*\'; * matches any characters' \
                '--since= Only events since this time or date, or since this long ago' \
                '--until= Only events before this time or date, or before this long ago' \
                '--follow Stream new events until interrupted' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'audit verify'
            printf '%s\n' \
                '--all-orgs Verify the audit logs of all organizations (default unless --org is given)' \
                '--against=file Compare with the heads in a file written by \'audit export\'; - for standard input'
        case 'audit export'
            printf '%s\n' \
                '--all-orgs Export the audit logs of all organizations' \
                '--heads Export only the head of each audit log, to be kept elsewhere for \'audit verify --against\'; all organizations unless --org is given' \
                '-f|--file=file Write to a file instead of standard output' \
                '--force Overwrite an existing file'
        case 'billing'
            printf '%s\n' \
                'show Show an organization\'s billing account' \
                'update Update an organization\'s billing account' \
                'statement Show an organization\'s monthly statement' \
                'plan Manage price plans' \
                'usage Record and inspect usage' \
                'issuer Manage the issuer shown on statements'
        case 'billing show'
        case 'billing update'
            printf '%s\n' \
                '--plan=plan Price plan; see \'orgctl billing plan list\'' \
                '--currency= Currency (ISO 4217 code)' \
                '--from= First day on which the price plan and currency apply (default: today)' \
                '--email= Billing e-mail address; empty to remove' \
                '--legal-name= Legal name of the customer; empty to remove' \
                '--address= Postal address, may have several lines' \
                '--tax-id= Tax number; empty to remove' \
                '--trial-end= First billable day after the trial; empty for no trial' \
                '--payment-days= Payment term in days' \
                '--discount= Discount in percent' \
                '--if-revision= Fail unless this is the current revision' \
                '--dry-run Show what would change without changing anything'
        case 'billing statement'
            printf '%s\n' \
                '--period=period Month (default: current month up to today)' \
                '--all-orgs Show the statements of all organizations' \
                '--totals Show only the totals' \
                '--chart Show a bar chart of the twelve months up to this one' \
                '--format=statement-format Print the statement as an HTML page: html; --output does not apply' \
                '--close Close the month: statements become final and no further usage is accepted' \
                '--dry-run Show what --close would change without closing the month'
        case 'billing plan'
            printf '%s\n' \
                'create Create a price plan' \
                'list List the price plans in effect today by name' \
                'show Show a price plan and its prices' \
                'update Create a new version of a price plan' \
                'withdraw Withdraw a version of a price plan before it takes effect' \
                'retire Retire a price plan'
        case 'billing plan create'
            printf '%s\n' \
                '--currency= Currency of the prices (ISO 4217 code)' \
                '--base= Base price per month' \
                '--seat= Price per month for each member beyond those included' \
                '--seats-included= Number of included members' \
                '--meter= Price of a metric by tiers, for example active-users=1000:free,100000:0.05,0.02 (repeatable)' \
                '--from= First day on which the prices apply (default: today)' \
                '-f|--file=file YAML or JSON file with these values; options take precedence' \
                ': Name of the price plan' \
                '--if-not-exists Succeed without changes if the price plan already exists' \
                '--dry-run Show what would change without changing anything'
        case 'billing plan list'
            printf '%s\n' \
                '--retired List retired price plans instead' \
                '--limit= Maximum number of results' \
                '--after=plan Continue after this item'
        case 'billing plan show'
            printf '%s\n' \
                ':plan Name of the price plan' \
                '--version= Version to show (default: the version in effect today)' \
                '--all-versions Show all versions except withdrawn ones, oldest first'
        case 'billing plan update'
            printf '%s\n' \
                '--currency= Currency of the prices (ISO 4217 code)' \
                '--base= Base price per month' \
                '--seat= Price per month for each member beyond those included' \
                '--seats-included= Number of included members' \
                '--meter= Price of a metric by tiers, for example active-users=1000:free,100000:0.05,0.02 (repeatable)' \
                '--from= First day on which the prices apply (default: today)' \
                '-f|--file=file YAML or JSON file with these values; options take precedence' \
                ':plan Name of the price plan' \
                '--no-meter=metric Stop charging for a metric (repeatable)' \
                '--if-revision= Fail unless this is the newest version' \
                '--dry-run Show what would change without changing anything'
        case 'billing plan withdraw'
            printf '%s\n' \
                ':plan Name of the price plan' \
                '--version= Version to withdraw' \
                '--dry-run Show what would change without changing anything'
        case 'billing plan retire'
            printf '%s\n' \
                ':plan Name of the price plan' \
                '--dry-run Show what would change without changing anything'
        case 'billing usage'
            printf '%s\n' \
                'record Record usage in an environment' \
                'import Import usage from a file atomically' \
                'list List an organization\'s usage in recording order' \
                'summary Sum up a month\'s usage by environment and metric'
        case 'billing usage record'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--metric=metric Metric to record' \
                '--quantity= Quantity with up to six decimals; negative to correct earlier records' \
                '--at= Time of use (default: now)' \
                '--key= Idempotency key: repeated records with the same key count once' \
                '--corrects=period Closed month to correct; the difference is billed in the current month' \
                '--dry-run Show what would change without changing anything'
        case 'billing usage import'
            printf '%s\n' \
                '-f|--file=file File to import; - for standard input' \
                '--format=row-format File format: csv or ndjson (default: from the file name)' \
                '--dry-run Show what would change without changing anything'
        case 'billing usage list'
            printf '%s\n' \
                ':environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-e|--env=environment Environment: [ORG/]PROJECT:MODE, environment ID, or [ORG/]PROJECT with --mode (default: current project)' \
                '-p|--project=project Project: [ORG/]PROJECT or ID (default: current project)' \
                '--shared Shared configuration of the organization: its project \'shared\'' \
                '--mode=mode Mode: sandbox or live' \
                '--expect-env= Fail unless the environment has this ID' \
                '--metric=metric Only usage of this metric' \
                '--period=period Only usage in this month' \
                '--limit= Maximum number of results' \
                '--after= Continue after this item'
        case 'billing usage summary'
            printf '%s\n' \
                '--period=period Month (default: current month)' \
                '--all-orgs Sum up the usage of all organizations'
        case 'billing issuer'
            printf '%s\n' \
                'show Show who issues the store\'s statements' \
                'set Set who issues the store\'s statements'
        case 'billing issuer show'
        case 'billing issuer set'
            printf '%s\n' \
                '--name= Legal name; empty to remove' \
                '--address= Postal address, may have several lines' \
                '--tax-id= Tax number; empty to remove' \
                '--email= E-mail address; empty to remove' \
                '--dry-run Show what would change without changing anything'
        case 'import'
            printf '%s\n' \
                'organizations Import organizations from CSV or NDJSON' \
                'projects Import projects from CSV or NDJSON' \
                'members Invite members from CSV or NDJSON'
        case 'import organizations'
            printf '%s\n' \
                '-f|--file=file File to import, or - for standard input' \
                '--format=row-format Format: csv or ndjson (default: by the file\'s extension)' \
                '--map= Use a column for a field, or ignore the column if no field is given (repeatable)' \
                '--skip-existing Skip rows that exist already' \
                '--update-existing Update rows that exist already' \
                '--dry-run Show what would change without changing anything'
        case 'import projects'
            printf '%s\n' \
                '-f|--file=file File to import, or - for standard input' \
                '--format=row-format Format: csv or ndjson (default: by the file\'s extension)' \
                '--map= Use a column for a field, or ignore the column if no field is given (repeatable)' \
                '--skip-existing Skip rows that exist already' \
                '--update-existing Update rows that exist already' \
                '--dry-run Show what would change without changing anything'
        case 'import members'
            printf '%s\n' \
                '-f|--file=file File to import, or - for standard input' \
                '--format=row-format Format: csv or ndjson (default: by the file\'s extension)' \
                '--map= Use a column for a field, or ignore the column if no field is given (repeatable)' \
                '--skip-existing Skip rows that exist already' \
                '--update-existing Update rows that exist already' \
                '--role=role Role for rows without one (default: developer)' \
                '--expires= Expiry of the invitations, for example 48h (default: 7d)' \
                '--dry-run Show what would change without changing anything'
        case 'batch'
            printf '%s\n' \
                '-f|--file=file File with one command line per line, or - for standard input' \
                '--atomic Run all lines in one transaction: if one fails, nothing is changed' \
                '--keep-going Run the remaining lines after one has failed' \
                '--dry-run Run all lines in one transaction, and roll it back'
        case 'store'
            printf '%s\n' \
                'info Show the location and contents of the store' \
                'check Check the store for consistency' \
                'backup Back up the store to a file' \
                'restore Replace the store with a backup' \
                'copy Copy a store to another file or server'
        case 'store info'
        case 'store check'
        case 'store backup'
            printf '%s\n' \
                ':file File to write the backup to; - for standard output' \
                '--force Overwrite an existing backup' \
                '--format=backup-format Format: sqlite (a store in a file) or ndjson (a portable dump); default: sqlite for a SQLite store, ndjson for PostgreSQL and standard output' \
                '--encrypt-to= Encrypt the dump to an age public key (age1...); can be repeated'
        case 'store restore'
            printf '%s\n' \
                ':file Backup or dump to restore; - for standard input' \
                '--identity=file File with the age private key that decrypts the dump' \
                '--confirm= Confirm that the store is replaced by repeating the name of its file' \
                '--dry-run Show what would change without changing anything'
        case 'store copy'
            printf '%s\n' \
                ':file Store to copy: a file or a postgresql:// address' \
                ':file Empty store to copy to: a file or a postgresql:// address'
        case 'settings'
            printf '%s\n' \
                'list List the current settings with their origin' \
                'get Print the current value of a setting' \
                'set Set a default in your settings file' \
                'unset Remove a default from your settings file'
        case 'settings list'
        case 'settings get'
            printf '%s\n' \
                ':setting Setting, for example output or columns.project'
        case 'settings set'
            printf '%s\n' \
                ':setting Setting, for example output or columns.project' \
                ': Value'
        case 'settings unset'
            printf '%s\n' \
                ':setting Setting, for example output or columns.project' \
                '--if-exists Succeed if the setting is not set'
        case 'alias'
            printf '%s\n' \
                'set Create or replace an alias' \
                'list List your aliases' \
                'delete Delete an alias'
        case 'alias set'
            printf '%s\n' \
                ': Name: letters, digits, - and _' \
                ': Command without \'orgctl\', or ! and a shell command'
        case 'alias list'
        case 'alias delete'
            printf '%s\n' \
                ':alias Name of the alias' \
                '--if-exists Succeed if there is no such alias'
        case 'trust'
            printf '%s\n' \
                ':file Settings file or its directory (default: the nearest .orgctl.json)' \
                '--reference= Trust a secret reference of the current store instead: file:PATH or cmd:COMMAND' \
                '--revoke Stop trusting the file or reference' \
                '--list List trusted files and references'
        case 'completion'
            printf '%s\n' \
                'bash Print the completion script for bash' \
                'zsh Print the completion script for zsh' \
                'fish Print the completion script for fish' \
                'install Set up completion for a shell'
        case 'completion bash'
        case 'completion zsh'
        case 'completion fish'
        case 'completion install'
            printf '%s\n' \
                ':shell Shell: bash, zsh or fish (default: the running one)' \
                '--dry-run Show what would change without changing anything' \
                '--yes Skip the confirmation prompt'
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
function __orgctl_print_words -a noun current help
    set -l words (__orgctl_words "$noun" | string match -v -- '-*')
    test -n "$help"; and test -z "$noun"; and set -a words (__orgctl_words -topics)
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
    set -l help
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
        else if test "$word" = help
            set help 1
        else
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
        test -z "$ended"; and __orgctl_print_words "$noun" "$current" "$help"
        set -l settings ~/.config
        set -q XDG_CONFIG_HOME; and set settings $XDG_CONFIG_HOME
        if test -z "$noun$ended"; and test -e $settings/orgctl/aliases.json
            __orgctl_print_values alias '' '' "$current" $before $after
        end
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
