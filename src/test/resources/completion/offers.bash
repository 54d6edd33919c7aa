# Calls the completion function for each line with the cursor at its end, or where it holds a | sign; prints what it
# offers, one word a line, and a line "--" behind each.
#
# usage: bash --norc offers.bash SCRIPT LINE...
[[ $BASH_COMPLETION ]] && source "$BASH_COMPLETION"
source "$1"
shift

function=$(complete -p orgctl)
function=${function#*-F }
function=${function%% *}

for line; do
    before=${line%%|*}
    after=${line#"$before"}
    COMP_LINE=$before${after#|} COMP_POINT=${#before} COMP_WORDS=() COMP_CWORD=0 COMPREPLY=()
    "$function" orgctl
    printf '%s\n' "${COMPREPLY[@]}" --
done
