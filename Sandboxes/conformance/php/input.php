<?php
$count = 0;
while (($line = fgets(STDIN)) !== false) {
    $count++;
    $last = $line;
}
echo $count, "\n", $last;
