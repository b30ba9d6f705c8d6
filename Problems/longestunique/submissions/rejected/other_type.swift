// @EXPECTED_RESULTS@: COMPILER-ERROR
let longest: Int = "three"
print(longest)
