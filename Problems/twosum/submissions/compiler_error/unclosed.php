<?php
// A judge may check the syntax first (a compile error) or find out when it runs (a crash).
// @EXPECTED_RESULTS@: COMPILER-ERROR, RUN-ERROR
echo "IMPOSSIBLE" "\n";
