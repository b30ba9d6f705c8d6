<?php
// Takes memory without end.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
$numbers = [];
for ($number = 0;; $number++) {
    $numbers[] = [$number];
}
