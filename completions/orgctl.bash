# bash completion for orgctl
#
# Generated from the command tree, not to be edited; renew it with: mvn test -Dtest=GeneratedFilesTest -Dgenerate
# Load it with: eval "$(orgctl completion bash)"
#
# Needs no other completion functions. Everything is completed in here, but values, for which it asks
# `orgctl __complete`. Nothing that stands on the line or comes back as an answer is ever run as code.

# The words that can stand at a place. They are nouns and verbs; '--flag'; '-o|--option=KIND', where KIND is what to
# ask for when its value is completed; ':KIND' for an argument, ':KIND+' for any number of them; '--:KIND' for the words
# of another program. An empty KIND means that nothing can be offered.
_orgctl_words() {
    case $1 in
        '') REPLY='org project env use search status dashboard config secret schema export plan apply member
            invite access token audit billing import batch store settings alias trust completion commands
            doctor version help --version' ;;
        '-plurals') REPLY='orgs=org projects=project envs=env configs=config secrets=secret schemas=schema
            members=member invites=invite tokens=token audits=audit stores=store aliases=alias' ;;
        '-topics') REPLY='context environment exit-codes gates options output references schema-policies' ;;
        '-options') REPLY='-o|--output=format --fields=field --jq= --sort=order --no-header --csv-safe
            --org=organization --store=file --as=member --wait= --color=color --time=time-style --no-pager
            --no-input --debug -h|--help' ;;
        'org') REPLY='create list show update delete restore' ;;
        'org create') REPLY=': --slug= --website= --description= --live-writes=live-writes --use
            --if-not-exists --dry-run' ;;
        'org list') REPLY='--deleted --limit= --after=organization' ;;
        'org show') REPLY=':organization' ;;
        'org update') REPLY=':organization --name= --slug= --website= --description= --live-writes=live-writes
            --if-revision= --dry-run' ;;
        'org delete') REPLY=':organization --dry-run --confirm= --if-exists --purge --break-references' ;;
        'org restore') REPLY=':deleted-organization --dry-run' ;;
        'project') REPLY='create list show update move clone delete restore' ;;
        'project create') REPLY=': --slug= --description= --since= --use --if-not-exists --dry-run' ;;
        'project list') REPLY='--all-orgs --deleted --limit= --after=project' ;;
        'project show') REPLY=':project' ;;
        'project update') REPLY=':project --name= --slug= --description= --if-revision= --dry-run' ;;
        'project move') REPLY=':project --to=organization --if-revision= --break-references --dry-run' ;;
        'project clone') REPLY=':project : --slug= --with-secrets --dry-run' ;;
        'project delete') REPLY=':project --dry-run --confirm= --if-exists --purge --break-references' ;;
        'project restore') REPLY=':deleted-project --dry-run' ;;
        'env') REPLY='list show diff promote history rollback undo lock unlock export render run' ;;
        'env list') REPLY='--all-orgs --mode=mode --limit= --after=environment' ;;
        'env show') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --revision=' ;;
        'env diff') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= :environment --from=mode --to=mode --all-projects' ;;
        'env promote') REPLY=':project -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= :key+ --take=key --keep=key --allow-delete --allow-critical --allow-new-domains
            --allow-downgrades --break-references --dry-run -m|--message= --if-revision= --yes' ;;
        'env history') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --limit= --after=' ;;
        'env rollback') REPLY='--to= :environment -e|--env=environment -p|--project=project --shared
            --mode=mode --expect-env= --dry-run -m|--message= --if-revision= --yes --allow-delete
            --allow-critical --allow-new-domains --allow-downgrades --break-references' ;;
        'env undo') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --dry-run -m|--message= --if-revision= --yes --allow-delete --allow-critical
            --allow-new-domains --allow-downgrades --break-references' ;;
        'env lock') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --reason= --until= --dry-run' ;;
        'env unlock') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --dry-run' ;;
        'env export') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --format=export-format --only=key --with-secrets -f|--file=file --force
            --allow-loader-variables --fallback=file --fallback-max-age= --reference-timeout=' ;;
        'env render') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= -f|--file=file --out=file --with-secrets --check --force --reference-timeout=' ;;
        'env run') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --only=key --clean-env --no-secrets --mask --allow-loader-variables --watch --signal=
            --:file --fallback=file --fallback-max-age= --reference-timeout=' ;;
        'use') REPLY=':workplace --mode=mode --here --clear' ;;
        'search') REPLY=': --key= --value= --references= --mode=mode --all-orgs --limit= --after=' ;;
        'status') REPLY='--explain --prompt=prompt-style' ;;
        'dashboard') REPLY='--read-only --mouse' ;;
        'config') REPLY='get set unset list rename note copy import edit validate' ;;
        'config get') REPLY=':key+ -e|--env=environment -p|--project=project --shared --mode=mode --expect-env=
            --raw' ;;
        'config set') REPLY=':assignment+ -f|--file=assignment --string --json --allow-empty --expand
            -e|--env=environment -p|--project=project --shared --mode=mode --expect-env= --allow-critical
            --allow-new-domains --allow-downgrades --dry-run -m|--message= --if-revision=' ;;
        'config unset') REPLY=':key+ --if-exists -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --allow-critical --allow-downgrades --break-references --dry-run -m|--message=
            --if-revision=' ;;
        'config list') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --only=key --tree --limit= --after=key' ;;
        'config rename') REPLY=':key : -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --allow-critical --allow-downgrades --break-references --dry-run -m|--message=
            --if-revision=' ;;
        'config note') REPLY=':key : -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --dry-run' ;;
        'config copy') REPLY=':key+ --only=key --from=environment --to=environment --overwrite --dry-run
            -m|--message= --if-revision= --yes --allow-critical --allow-new-domains --allow-downgrades' ;;
        'config import') REPLY='-f|--file=file --format=import-format --replace :environment
            -e|--env=environment -p|--project=project --shared --mode=mode --expect-env= --dry-run
            -m|--message= --if-revision= --yes --allow-delete --allow-critical --allow-new-domains
            --allow-downgrades --break-references' ;;
        'config edit') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --dry-run -m|--message= --if-revision= --yes --allow-delete --allow-critical
            --allow-new-domains --allow-downgrades --break-references' ;;
        'config validate') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env=' ;;
        'secret') REPLY='set import list reveal history rollback due check unset copy rotate-key' ;;
        'secret set') REPLY=': :+ --from-file=file --from-env= --ref= --allow-empty --expires= --rotate-every=
            --note= --keep-versions= --expand -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --allow-critical --dry-run -m|--message= --if-revision=' ;;
        'secret import') REPLY='-f|--file=file --format=import-format --only=key --skip-existing --overwrite
            --allow-empty :environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --dry-run -m|--message= --if-revision= --yes --allow-critical' ;;
        'secret list') REPLY=':environment -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --limit= --after=' ;;
        'secret reveal') REPLY=': -e|--env=environment -p|--project=project --shared --mode=mode --expect-env=
            --raw --version= --reference-timeout=' ;;
        'secret history') REPLY=': -e|--env=environment -p|--project=project --shared --mode=mode --expect-env=
            --limit= --after=' ;;
        'secret rollback') REPLY=': --to= -e|--env=environment -p|--project=project --shared --mode=mode
            --expect-env= --allow-critical --dry-run -m|--message= --if-revision=' ;;
        'secret due') REPLY='--within= --all-orgs --all' ;;
        'secret check') REPLY='--older-than= --all-orgs' ;;
        'secret unset') REPLY=':+ --if-exists --purge -e|--env=environment -p|--project=project --shared
            --mode=mode --expect-env= --allow-critical --break-references --dry-run -m|--message=
            --if-revision=' ;;
        'secret copy') REPLY=':+ --only=key --from=environment --to=environment --overwrite --dry-run
            -m|--message= --if-revision= --yes --allow-critical' ;;
        'secret rotate-key') REPLY='--forget-old-keys --dry-run' ;;
        'schema') REPLY='set show unset' ;;
        'schema set') REPLY='-f|--file=file --allow-invalid --allow-critical --allow-downgrades :project
            -p|--project=project --dry-run' ;;
        'schema show') REPLY=':project -p|--project=project' ;;
        'schema unset') REPLY=':project -p|--project=project --if-exists --allow-critical --allow-downgrades
            --dry-run' ;;
        'export') REPLY='-p|--project=project --mode=mode --with-ids --format=document-format --dir=file' ;;
        'plan') REPLY='-f|--file=file -p|--project=project --allow-live --allow-role-changes --allow-delete
            --allow-critical --allow-new-domains --allow-downgrades --break-references --out=file --drift
            --acknowledge= --until= -m|--message= --format=plan-format' ;;
        'apply') REPLY=':file -f|--file=file -p|--project=project --allow-live --allow-role-changes
            --allow-delete --allow-critical --allow-new-domains --allow-downgrades --break-references
            -m|--message= --reference-timeout= --dry-run --yes' ;;
        'member') REPLY='invite list show role suspend activate remove leave transfer-ownership' ;;
        'member invite') REPLY=':+ -f|--file=file --role=role --expires= --if-not-exists --dry-run' ;;
        'member list') REPLY='--limit= --after=member' ;;
        'member show') REPLY=':member' ;;
        'member role') REPLY=':member :role --dry-run' ;;
        'member suspend') REPLY=':member --dry-run' ;;
        'member activate') REPLY=':member --dry-run' ;;
        'member remove') REPLY=':member --if-exists --dry-run' ;;
        'member leave') REPLY='--dry-run' ;;
        'member transfer-ownership') REPLY=':member --from=member --dry-run' ;;
        'invite') REPLY='list accept decline revoke resend' ;;
        'invite list') REPLY='--status=invitation-status --limit= --after=' ;;
        'invite accept') REPLY='--token-stdin --dry-run' ;;
        'invite decline') REPLY='--token-stdin --dry-run' ;;
        'invite revoke') REPLY=':invited --if-exists --dry-run' ;;
        'invite resend') REPLY=':invited --expires= --dry-run' ;;
        'access') REPLY='list check explain' ;;
        'access list') REPLY='--member=member --token=token -p|--project=project --limit= --after=' ;;
        'access check') REPLY='--member=member --token=token --can=action :environment -e|--env=environment
            -p|--project=project --shared --mode=mode --expect-env=' ;;
        'access explain') REPLY='--member=member --token=token --can=action :environment -e|--env=environment
            -p|--project=project --shared --mode=mode --expect-env=' ;;
        'token') REPLY='create list revoke' ;;
        'token create') REPLY='--name= --role=role -p|--project=project --mode=mode --expires= --if-not-exists
            --dry-run' ;;
        'token list') REPLY='--revoked --limit= --after=token' ;;
        'token revoke') REPLY=':token+ --if-exists --dry-run' ;;
        'audit') REPLY='list verify export' ;;
        'audit list') REPLY='--all-orgs -p|--project=project --member|--actor=member --target=member
            --action=action-pattern --since= --until= --follow --limit= --after=' ;;
        'audit verify') REPLY='--all-orgs --against=file' ;;
        'audit export') REPLY='--all-orgs --heads -f|--file=file --force' ;;
        'billing') REPLY='show update statement plan usage issuer' ;;
        'billing show') REPLY='' ;;
        'billing update') REPLY='--plan=plan --currency= --from= --email= --legal-name= --address= --tax-id=
            --trial-end= --payment-days= --discount= --if-revision= --dry-run' ;;
        'billing statement') REPLY='--period=period --all-orgs --totals --chart --format=statement-format
            --close --dry-run' ;;
        'billing plan') REPLY='create list show update withdraw retire' ;;
        'billing plan create') REPLY='--currency= --base= --seat= --seats-included= --meter= --from=
            -f|--file=file : --if-not-exists --dry-run' ;;
        'billing plan list') REPLY='--retired --limit= --after=plan' ;;
        'billing plan show') REPLY=':plan --version= --all-versions' ;;
        'billing plan update') REPLY='--currency= --base= --seat= --seats-included= --meter= --from=
            -f|--file=file :plan --no-meter=metric --if-revision= --dry-run' ;;
        'billing plan withdraw') REPLY=':plan --version= --dry-run' ;;
        'billing plan retire') REPLY=':plan --dry-run' ;;
        'billing usage') REPLY='record import list summary' ;;
        'billing usage record') REPLY=':environment -e|--env=environment -p|--project=project --shared
            --mode=mode --expect-env= --metric=metric --quantity= --at= --key= --corrects=period --dry-run' ;;
        'billing usage import') REPLY='-f|--file=file --format=row-format --dry-run' ;;
        'billing usage list') REPLY=':environment -e|--env=environment -p|--project=project --shared
            --mode=mode --expect-env= --metric=metric --period=period --limit= --after=' ;;
        'billing usage summary') REPLY='--period=period --all-orgs' ;;
        'billing issuer') REPLY='show set' ;;
        'billing issuer show') REPLY='' ;;
        'billing issuer set') REPLY='--name= --address= --tax-id= --email= --dry-run' ;;
        'import') REPLY='organizations projects members' ;;
        'import organizations') REPLY='-f|--file=file --format=row-format --map= --skip-existing
            --update-existing --dry-run' ;;
        'import projects') REPLY='-f|--file=file --format=row-format --map= --skip-existing --update-existing
            --dry-run' ;;
        'import members') REPLY='-f|--file=file --format=row-format --map= --skip-existing --update-existing
            --role=role --expires= --dry-run' ;;
        'batch') REPLY='-f|--file=file --atomic --keep-going --dry-run' ;;
        'store') REPLY='info check backup restore copy' ;;
        'store info') REPLY='' ;;
        'store check') REPLY='' ;;
        'store backup') REPLY=':file --force --format=backup-format --encrypt-to=' ;;
        'store restore') REPLY=':file --identity=file --confirm= --dry-run' ;;
        'store copy') REPLY=':file :file' ;;
        'settings') REPLY='list get set unset' ;;
        'settings list') REPLY='' ;;
        'settings get') REPLY=':setting' ;;
        'settings set') REPLY=':setting :' ;;
        'settings unset') REPLY=':setting --if-exists' ;;
        'alias') REPLY='set list delete' ;;
        'alias set') REPLY=': :' ;;
        'alias list') REPLY='' ;;
        'alias delete') REPLY=':alias --if-exists' ;;
        'trust') REPLY=':file --reference= --revoke --list' ;;
        'completion') REPLY='bash zsh fish install' ;;
        'completion bash') REPLY='' ;;
        'completion zsh') REPLY='' ;;
        'completion fish') REPLY='' ;;
        'completion install') REPLY=':shell --dry-run --yes' ;;
        'commands') REPLY='' ;;
        'doctor') REPLY='' ;;
        'version') REPLY='' ;;
        *) REPLY='' ;;
    esac
}

# Splits a piece of the line into words, without their quotes, as the shell would do it. The last word is the one that
# the piece ends in. What readline replaces of that one begins at cut: behind its last separator, which may be a colon.
# The quote that it stands within, if any, is in quote.
_orgctl_split() {
    local text=$1 char word='' i
    words=() cut=0 quote=''
    for ((i = 0; i < ${#text}; i++)); do
        char=${text:i:1}
        case $quote$char in
            \\)
                i=$((i + 1))
                word+=${text:i:1}
                ;;
            \"\\)
                [[ ${text:i+1:1} == [\"\\\$\`] ]] && i=$((i + 1))
                word+=${text:i:1}
                ;;
            \'\' | \"\") quote='' cut=${#word} ;;
            \' | \") quote=$char cut=${#word} ;;
            ' ' | $'\t' | $'\n')
                words+=("$word") word='' cut=0
                while [[ ${text:i+1:1} == [[:blank:]] ]]; do i=$((i + 1)); done
                ;;
            '>' | '<')
                [[ $word ]] && words+=("$word")
                words+=("$char") word='' cut=0
                while [[ ${text:i+1:1} == [[:blank:]] ]]; do i=$((i + 1)); done
                ;;
            ?)
                word+=$char
                [[ $COMP_WORDBREAKS == *"$char"* ]] && cut=${#word}
                ;;
            *) word+=$char ;;
        esac
    done
    words+=("$word")
}

# Reads the line: the words before the cursor, the one at the cursor and the ones behind it.
_orgctl_read_line() {
    local words line=$COMP_LINE point=$COMP_POINT last
    if [[ -z $line ]]; then
        line="${COMP_WORDS[*]:0:COMP_CWORD+1}" point=${#line}
    fi
    _orgctl_split "${line:point}"
    after=("${words[@]:1}")
    line=${line:0:point}
    _orgctl_split "${line#"${line%%[![:blank:]]*}"}"
    last=$((${#words[@]} - 1))
    before=("${words[@]:0:last}")
    current=${words[last]}
}

# Reads which command the words before the cursor name, and what is to come at the cursor.
_orgctl_read_command() {
    local word
    for word in "${before[@]:1}"; do
        if [[ $option ]]; then
            option=''
        elif [[ $word == [\<\>] ]]; then
            option=$word
        elif [[ $ended ]]; then
            position=$((position + 1))
        elif [[ $word == -- ]]; then
            ended=1
        elif [[ $word == -?* ]]; then
            used+=("${word%%=*}")
            [[ $word != *=* ]] && _orgctl_find "$word" && [[ $kind != - ]] && option=$word
        elif [[ $leaf ]]; then
            position=$((position + 1))
        else
            _orgctl_read_word "$word"
        fi
    done
    for word in "${after[@]}"; do
        used+=("${word%%=*}")
    done
}

# Takes a word for a noun or the verb.
_orgctl_read_word() {
    local word=$1 pair
    if [[ $noun ]]; then
        _orgctl_words "$noun"
        _orgctl_has "$word" "$REPLY" || word='?'
        _orgctl_words "$noun $word"
        if [[ $REPLY == [a-z]* ]]; then noun+=" $word"; else leaf="$noun $word"; fi
        return
    fi
    [[ $word == help ]] && help=1 && return
    noun=$word
    _orgctl_words -plurals
    for pair in $REPLY; do
        [[ ${pair%%=*} == "$word" ]] && noun=${pair#*=}
    done
    _orgctl_words ''
    _orgctl_has "$noun" "$REPLY" || noun='?'
    _orgctl_words "$noun"
    [[ $REPLY == [a-z]* ]] || leaf=$noun
}

_orgctl_has() {
    [[ " ${2//$'\n'/ } " == *" $1 "* ]]
}

# Looks up an option; sets kind to what its value is, or to - where it has none.
_orgctl_find() {
    local word
    _orgctl_possible
    for word in $REPLY; do
        if [[ $word == -* && "|${word%%=*}|" == *"|$1|"* ]]; then
            kind=-
            [[ $word == *=* ]] && kind=${word#*=}
            return
        fi
    done
    return 1
}

# All options and arguments that are possible: of the command or, as long as it isn't named, of each it can become.
_orgctl_possible() {
    local all='' top each
    if [[ $leaf || $noun ]]; then
        _orgctl_add_below "${leaf:-$noun}"
    else
        _orgctl_words '' && top=$REPLY
        for each in $top; do
            _orgctl_add_below "$each"
        done
    fi
    _orgctl_words -options
    REPLY="$REPLY $all"
}

# Adds to all what is possible with a noun or a command: its own, and what each word behind it makes possible.
_orgctl_add_below() {
    local words word
    _orgctl_words "$1"
    words=$REPLY all+=" $REPLY"
    [[ $words == [a-z]* ]] && for word in $words; do
        _orgctl_add_below "$1 $word"
    done
}

_orgctl_offer() {
    [[ $1 == "$current"* ]] && COMPREPLY+=("${1:cut}")
}

# The same for any text, which is written so that the shell takes it for nothing but this text.
_orgctl_offer_text() {
    [[ $1 == "$current"* ]] || return
    local text=${1:cut} written='' char i
    # There is no way to write that between double quotes.
    [[ $quote == \" && $text == *!* ]] && return
    if [[ -z $quote ]]; then
        written=$text
        [[ $text == *[![:alnum:]_./:=@%+,-]* ]] && printf -v written %q "$text"
    else
        for ((i = 0; i < ${#text}; i++)); do
            char=${text:i:1}
            case $quote$char in
                \'\') written+="'\\''" ;;
                \"[\"\\\$\`]) written+="\\$char" ;;
                *) written+=$char ;;
            esac
        done
    fi
    COMPREPLY+=("$written")
}

_orgctl_offer_words() {
    local word
    _orgctl_words "$noun"
    for word in $REPLY; do
        [[ $word == -* ]] || _orgctl_offer "$word"
    done
    if [[ $help && -z $noun ]]; then
        _orgctl_words -topics
        for word in $REPLY; do
            _orgctl_offer "$word"
        done
    fi
    [[ $noun ]] && return
    [[ -e ${XDG_CONFIG_HOME:-$HOME/.config}/orgctl/aliases.json ]] && _orgctl_offer_values alias ''
    [[ ${COMPREPLY[*]} ]] && return
    _orgctl_words -plurals
    for word in $REPLY; do
        _orgctl_offer "${word%%=*}"
    done
}

# Offers the options that are not on the line yet.
_orgctl_offer_options() {
    local word name names offered=''
    [[ $noun ]] || { _orgctl_words '' && offered=$REPLY; }
    [[ $leaf ]] && { _orgctl_words "$leaf" && offered=$REPLY; }
    _orgctl_words -options
    for word in $offered $REPLY; do
        [[ $word == -* && $word != --:* ]] || continue
        names=${word%%=*} names=${names//|/ }
        for name in $names; do
            _orgctl_has "$name" "${used[*]}" && continue 2
        done
        for name in $names; do
            _orgctl_offer "$name"
        done
    done
}

# Offers what the argument at the cursor can be.
_orgctl_offer_argument() {
    local word arguments=() last
    _orgctl_words "$leaf"
    for word in $REPLY; do
        [[ $ended && $word == --:* ]] && _orgctl_offer_values "${word#--:}" '' && return
        [[ $word == :* ]] && arguments+=("${word#:}")
    done
    last=$((${#arguments[@]} - 1))
    ((position > last && last >= 0)) && [[ ${arguments[last]} == *+ ]] && position=$last
    ((position <= last)) && _orgctl_offer_values "${arguments[position]%+}" ''
}

# Offers the values of a kind behind a start, such as '--org='.
_orgctl_offer_values() {
    local kind=$1 start=$2 value program=${before[0]}
    case $kind in
        '' | -) return ;;
        file)
            _orgctl_offer_files "$start"
            return
            ;;
        field | order) kind+=":$leaf" ;;
    esac
    [[ ${program%%/*} == \~ ]] && program=$HOME/${program#*/}
    while IFS=$'\t' read -r value _; do
        _orgctl_offer_text "$start$value"
    done < <("$program" __complete "$kind" "${current#"$start"}" -- \
        "${before[@]:1}" "${after[@]}" 2>/dev/null </dev/null)
    # After the slash a project is to follow, after a dot more of a key, after a name of a field perhaps a comma.
    if [[ $kind == field:* || ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[/.=] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

_orgctl_offer_files() {
    local file
    while IFS= read -r file; do
        _orgctl_offer "$1$file"
    done < <(compgen -f -- "${current#"$1"}")
    compopt -o filenames 2>/dev/null
}

_orgctl() {
    local IFS=$' \t\n' REPLY
    local before after current cut quote                                   # the line
    local noun='' leaf='' option='' kind='' ended='' help='' position=0 used=()    # what it says
    COMPREPLY=()
    _orgctl_read_line
    _orgctl_read_command
    if [[ $option == [\<\>] ]]; then
        _orgctl_offer_files ''
    elif [[ $option ]]; then
        # What the line says does not count in the option whose value is still being typed.
        before=("${before[@]:0:${#before[@]}-1}")
        _orgctl_find "$option" && _orgctl_offer_values "$kind" ''
    elif [[ -z $ended && $current == -*=* ]]; then
        _orgctl_find "${current%%=*}" && _orgctl_offer_values "$kind" "${current%%=*}="
    elif [[ -z $ended && $current == -* ]]; then
        _orgctl_offer_options
    elif [[ $leaf ]]; then
        _orgctl_offer_argument
    elif [[ -z $ended ]]; then
        _orgctl_offer_words
    fi
}

complete -F _orgctl orgctl
