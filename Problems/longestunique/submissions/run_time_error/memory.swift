// Takes memory without end.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
var numbers: [Int] = []
while true {
    numbers.append(numbers.count)
}
