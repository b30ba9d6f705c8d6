define(`different', 0)dnl
define(`see', `ifdef(`count_$1', , `define(`different', incr(different))define(`count_$1', 0)')dnl
define(`count_$1', incr(indir(`count_$1')))')dnl
patsubst(include(`/dev/stdin'), `\w+', `see(`\&')')dnl
different
count_judge
