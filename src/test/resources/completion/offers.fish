# Asks fish what it would offer at the end of each line; prints one word a line, with its description behind a tab, and a
# line "--" behind each.
#
# usage: fish --no-config offers.fish SCRIPT LINE...
source $argv[1]
for line in $argv[2..-1]
    complete -C "$line"
    printf '%s\n' --
end
