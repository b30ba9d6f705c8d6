// Steps through all 64-bit integers.
var turns: UInt64 = 1
while turns != 0 {
    turns = turns &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    if turns == 42 {
        turns = 43
    }
}
print("IMPOSSIBLE")
