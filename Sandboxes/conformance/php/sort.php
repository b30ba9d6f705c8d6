<?php
$values = array_map("intval", explode("\n", trim(stream_get_contents(STDIN))));
array_shift($values);
sort($values);
echo implode("\n", $values), "\n";
