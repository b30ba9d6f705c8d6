<?php
// Counts bytes.
$line = rtrim(stream_get_contents(STDIN), "\n");
$next = [];
$start = $best = 0;
for ($i = 0; $i < strlen($line); $i++) {
    $byte = ord($line[$i]);
    $start = max($start, $next[$byte] ?? 0);
    $next[$byte] = $i + 1;
    $best = max($best, $i + 1 - $start);
}
echo $best, "\n";
