# Functions that the jq library lacks or defines otherwise than jq 1.7, taken from jq's own src/builtin.jq, separated by
# empty lines. That file comes with this notice:
#
# jq is copyright (C) 2012 Stephen Dolan
#
# Permission is hereby granted, free of charge, to any person obtaining
# a copy of this software and associated documentation files (the
# "Software"), to deal in the Software without restriction, including
# without limitation the rights to use, copy, modify, merge, publish,
# distribute, sublicense, and/or sell copies of the Software, and to
# permit persons to whom the Software is furnished to do so, subject to
# the following conditions:
#
# The above copyright notice and this permission notice shall be
# included in all copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
# EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
# MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
# NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
# LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION
# OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
# WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

def unique_by(f): group_by(f) | map(.[0]);

def abs: if . < 0 then - . else . end;

def recurse(f): def r: ., (f | r); r;

def recurse(f; cond): def r: ., (f | select(cond) | r); r;

def recurse: recurse(.[]?);

def paths: path(recurse)|select(length > 0);

def paths(node_filter): path(recurse|select(node_filter))|select(length > 0);

def values: select(. != null);

def scalars: select(type|. != "array" and . != "object");

def _flatten($x): reduce .[] as $i ([]; if $i | type == "array" and $x != 0 then . + ($i | _flatten($x-1)) else . + [$i] end);

def flatten($x): if $x < 0 then error("flatten depth must not be negative") else _flatten($x) end;

def flatten: _flatten(-1);

def fromdate: fromdateiso8601;

def todate: todateiso8601;

def isempty(g): first((g|false), true);

def all(generator; condition): isempty(generator|condition and empty);

def any(generator; condition): isempty(generator|condition or empty)|not;

def all(condition): all(.[]; condition);

def any(condition): any(.[]; condition);

def all: all(.[]; .);

def any: any(.[]; .);

def last(g): reduce g as $item (null; $item);

def nth($n; g):
  if $n < 0 then error("nth doesn't support negative indices")
  else label $out | foreach g as $item ($n + 1; . - 1; if . <= 0 then $item, break $out else empty end) end;

def last: .[-1];

def nth($n): .[$n];

def transpose: [range(0; map(length)|max // 0) as $i | [.[][$i]]];

def truncate_stream(stream):
  . as $n | null | stream | . as $input | if (.[0]|length) > $n then setpath([0];$input[0][$n:]) else empty end;

def fromstream(i): {x: null, e: false} as $init |
  foreach i as $i ($init
  ; if .e then $init else . end
  | if $i|length == 2
    then setpath(["e"]; $i[0]|length==0) | setpath(["x"]+$i[0]; $i[1])
    else setpath(["e"]; $i[0]|length==1) end
  ; if .e then .x else empty end);

def tostream:
  path(def r: (.[]?|r), .; r) as $p |
  getpath($p) |
  reduce path(.[]?) as $q ([$p, .]; [$p+$q]);

def bsearch($target):
  if length == 0 then -1
  elif length == 1 then
     if $target == .[0] then 0 elif $target < .[0] then -1 else -2 end
  else . as $in
    | [0, length-1, null]
    | until( .[0] > .[1] ;
             if .[2] != null then (.[1] = -1)
             else
               ( ( (.[1] + .[0]) / 2 ) | floor ) as $mid
               | $in[$mid] as $monkey
               | if $monkey == $target  then (.[2] = $mid)
                 elif .[0] == .[1]     then (.[1] = -1)
                 elif $monkey < $target then (.[0] = ($mid + 1))
                 else (.[1] = ($mid - 1))
                 end
             end )
    | if .[2] == null then
         if $in[ .[0] ] < $target then (-2 -.[0])
         else (-1 -.[0])
         end
      else .[2]
      end
  end;

def walk(f):
  def w:
    if type == "object"
    then map_values(w)
    elif type == "array" then map(w)
    else .
    end
    | f;
  w;

def pick(pathexps):
  . as $in
  | reduce path(pathexps) as $a (null;
      setpath($a; $in|getpath($a)) );

def INDEX(stream; idx_expr):
  reduce stream as $row ({}; .[$row|idx_expr|tostring] = $row);

def INDEX(idx_expr): INDEX(.[]; idx_expr);

def JOIN($idx; idx_expr):
  [.[] | [., $idx[idx_expr]]];

def JOIN($idx; stream; idx_expr):
  stream | [., $idx[idx_expr]];

def JOIN($idx; stream; idx_expr; join_expr):
  stream | [., $idx[idx_expr]] | join_expr;

def IN(s): any(s == .; .);

def IN(src; s): any(src == s; .);

def fabs: if . < 0 then - . else . + 0 end;

def toarray: if type == "array" then . else [.] end;

def have_literal_numbers: true;

def have_decnum: false;

def add(f): reduce f as $x (null; . + $x);

def limit($n; f): if $n > 0 then label $out | foreach f as $item (0; . + 1; $item, if . >= $n then break $out else empty end) else empty end;

def first(f): label $out | (f | ., break $out);

def map_values(f):
  if type == "object" then
    reduce keys_unsorted[] as $k (.; [.[$k] | first(f)] as $v | if ($v|length) > 0 then .[$k] = $v[0] else delpaths([[$k]]) end)
  else [.[] | first(f)] end;

def repeat(exp): def _repeat: exp, _repeat; _repeat;
