<?php
$numbers = array_map('intval', preg_split('/\s+/', trim(stream_get_contents(STDIN))));
[$n, $sum] = $numbers;
$positions = [];
$answer = "IMPOSSIBLE";
for ($position = 1; $position <= $n; $position++) {
    $number = $numbers[$position + 1];
    if (isset($positions[$sum - $number])) {
        $answer = $positions[$sum - $number] . " " . $position;
        break;
    }
    $positions[$number] = $position;
}
echo $answer, "\n";
