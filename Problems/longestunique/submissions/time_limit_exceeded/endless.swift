// Never comes to an end.
var turns = 0
while turns >= 0 {
    turns = (turns + 1) & 0xFFFF
}
