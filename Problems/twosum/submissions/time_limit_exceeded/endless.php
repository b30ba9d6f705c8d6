<?php
// PHP's own limit on time is not what ends this: on the command line it has none.
$numbers = array_map('intval', preg_split('/\s+/', trim(stream_get_contents(STDIN))));
for ($turns = 0; $turns >= 0;) {
    $turns = ($turns + 1) % 1000;
}
echo "IMPOSSIBLE\n";
