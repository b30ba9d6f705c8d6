// @EXPECTED_RESULTS@: COMPILER-ERROR
const longest: number = "three";
console.log(longest);
