set values [lassign [read stdin] count]
puts [join [lsort -integer $values] \n]
