var counter: UInt32 = 0
while true {
    counter &+= 1
}
