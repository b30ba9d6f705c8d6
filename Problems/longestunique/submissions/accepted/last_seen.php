<?php
// Splits by the lead bytes of UTF-8, which needs no extension and little memory.
$line = rtrim(stream_get_contents(STDIN), "\n");
$size = strlen($line);
$next = [];
$start = $best = $position = 0;
for ($i = 0; $i < $size; $i += $length) {
    $lead = ord($line[$i]);
    $length = $lead < 0x80 ? 1 : ($lead < 0xE0 ? 2 : ($lead < 0xF0 ? 3 : 4));
    $character = '#' . substr($line, $i, $length);
    $start = max($start, $next[$character] ?? 0);
    $next[$character] = ++$position;
    $best = max($best, $position - $start);
}
echo $best, "\n";
