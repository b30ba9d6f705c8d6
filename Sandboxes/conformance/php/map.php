<?php
$counts = array_count_values(preg_split('/\s+/', trim(stream_get_contents(STDIN))));
echo count($counts), "\n", $counts["judge"], "\n";
