set values [lassign [read stdin] count]
puts [+ {*}[lrange $values 0 $count-1]]
