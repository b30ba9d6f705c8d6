source greeting.tcl

greet World
