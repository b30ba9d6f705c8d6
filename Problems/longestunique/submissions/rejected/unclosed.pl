# @EXPECTED_RESULTS@: COMPILER-ERROR
print scalar(@{[1, 2};
