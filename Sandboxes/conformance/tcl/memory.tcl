while 1 {
    lappend blocks [string repeat x 1048576]
}
