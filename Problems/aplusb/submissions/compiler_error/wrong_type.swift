// @EXPECTED_RESULTS@: COMPILER-ERROR
let sum: Int = "1 2"
print(sum)
