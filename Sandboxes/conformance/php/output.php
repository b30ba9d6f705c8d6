<?php
$line = str_repeat("x", 99) . "\n";
for ($i = 0; $i < 100000; $i++) {
    echo $line;
}
