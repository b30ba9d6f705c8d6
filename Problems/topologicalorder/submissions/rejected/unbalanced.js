// The directory has no word for it, the tag does: a judge checks the syntax first, or node refuses the file.
// @EXPECTED_RESULTS@: COMPILER-ERROR, RUN-ERROR
console.log("IMPOSSIBLE";
