define(`count', 0)dnl
define(`see', `define(`count', incr(count))define(`last', `$1')')dnl
patsubst(include(`/dev/stdin'), `\(.+\)
', `see(`\1')')dnl
count
last
