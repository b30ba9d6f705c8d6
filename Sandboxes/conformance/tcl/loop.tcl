set counter 0
while 1 {
    incr counter
}
