define(`lines', `ifelse($1, 0, , `$2
$0(decr($1), $2)')')dnl
lines(100000, translit(format(`%99s', `'), ` ', `x'))
