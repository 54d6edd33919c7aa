# Types a line into an interactive shell in a terminal of its own, presses TAB, and prints what that left: what the
# terminal showed meanwhile, then the line itself between << and >>.
#
# usage: zsh -f press-tab.zsh SHELL SCRIPT LINE [TABS]
zmodload zsh/zpty
typeset -r shell=$1 script=$2 line=$3 tabs=${4:-1}
typeset -r marker=$'\C-g'

# Reads until the terminal shows something.
expect() {
    local seen= chunk
    local -i tries=0
    until [[ $seen == *$1* ]]; do
        if zpty -rt terminal chunk; then
            seen+=$chunk
        else
            (( ++tries > 1500 )) && { print -ru2 -- "never seen: $1; only: ${(V)seen}"; exit 1 }
            sleep 0.01
        fi
    done
    REPLY=$seen
}

say() {
    zpty -w terminal "$1"
}

case $shell in
    (bash)
        zpty terminal "TERM=dumb PS1= exec bash --norc --noprofile -i"
        say "bind 'set completion-query-items 0' 'set enable-bracketed-paste off'; bind 'set page-completions off'"
        say "bind 'set bell-style none'; bind -x '\"\\C-g\": echo \"<<\$READLINE_LINE>>\"'; source ${(q)script}; echo re''ady"
        ;;
    (zsh)
        zpty terminal "TERM=dumb exec zsh -f -i"
        say "PS1= LISTMAX=100000; unsetopt beep zle_bracketed_paste; stty columns 200 rows 200"
        say "show() { zle -I; print -r -- \"<<\$BUFFER>>\" }; zle -N show; bindkey '^G' show; bindkey '^I' complete-word"
        say "autoload -Uz compinit; compinit -u -D; source ${(q)script}; echo re''ady"
        ;;
    (fish)
        zpty terminal "TERM=dumb exec fish --no-config -i"
        say "function fish_prompt; end; function show; echo '<<'(commandline)'>>'; end; bind \\cg show"
        say "source ${(q)script}; echo re''ady"
        ;;
esac
expect ready
zpty -wn terminal "$line${(pl:tabs::\t:)}"
# The shell reads the marker only when it is done with the TABs.
zpty -wn terminal $marker
expect '>>'
print -r -- $REPLY
zpty -d terminal
