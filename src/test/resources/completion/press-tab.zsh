# Types lines into an interactive shell in a terminal of its own and presses TAB behind each; prints what the terminal
# shows from there on, then the line as it is now between << and >>, and a line "--" behind each.
#
# usage: zsh -f press-tab.zsh bash|zsh|zsh-list|fish SCRIPT LINE...
#
# zsh-list lists all candidates, without their descriptions, instead of completing.
zmodload zsh/zpty zsh/zselect
typeset -r shell=$1 script=$2
shift 2
typeset -i terminal

# Reads what the terminal shows until it shows something.
await() {
    local chunk shown=
    until [[ $shown == *$1* ]]; do
        if zpty -rt terminal chunk; then
            shown+=$chunk
        elif ! zpty -t terminal || ! zselect -t 3000 -r $terminal; then
            print -ru2 -- "never saw $1, only: ${(V)shown}"
            exit 1
        fi
    done
    REPLY=$shown
}

say() {
    zpty -w terminal "$1"
}

# In each shell, ^G prints the line between the signs, and empties it.
case $shell in
    (bash)
        zpty terminal "HISTFILE= TERM=dumb PS1= exec bash --norc --noprofile -i"
        say "bind 'set completion-query-items 0'; bind 'set page-completions off'; bind 'set bell-style none'"
        say "bind 'set enable-bracketed-paste off'; bind 'set show-all-if-ambiguous on'"
        say "show() { echo \"<<\$READLINE_LINE>>\"; READLINE_LINE=; }; bind -x '\"\\C-g\": show'"
        ;;
    (zsh*)
        zpty terminal "TERM=dumb exec zsh -f -i"
        say "PS1= LISTMAX=100000; unsetopt beep prompt_sp list_ambiguous; stty columns 250 rows 250; autoload -Uz compinit; compinit -u -D"
        say "show() { zle -I; print -r -- \"<<\$BUFFER>>\"; BUFFER= }; zle -N show; bindkey '^G' show"
        [[ $shell == zsh-list ]] && say "zstyle ':completion:*' verbose no; bindkey '^I' list-choices"
        ;;
    (fish)
        zpty terminal "TERM=dumb exec fish --no-config -i"
        say "function fish_prompt; end; function show; echo '<<'(commandline)'>>'; commandline ''; end; bind \\cg show"
        ;;
esac
terminal=$REPLY
say "source ${(q)script}; echo read''y"
await ready

for line; do
    zpty -wn terminal "$line"$'\t'
    # The shell looks at the next key when it is done with the TAB.
    zpty -wn terminal $'\C-g'
    await '>>'
    print -r -- "$REPLY"
    print -r -- --
done
# Gone for good, so that nothing is written any more when this ends.
say exit
while zpty -r terminal REPLY; do
done
zpty -d terminal
