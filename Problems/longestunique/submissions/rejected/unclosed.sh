# @EXPECTED_RESULTS@: COMPILER-ERROR
if true; then
    echo 3
