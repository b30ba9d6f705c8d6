<?php
// @EXPECTED_RESULTS@: COMPILER-ERROR
echo count([1, 2;
