<?php
// What a solution in PHP may do besides computing: files, time, memory, a child.
$text = stream_get_contents(STDIN);
file_put_contents('/tmp/text', 'text');
rename('/tmp/text', '/tmp/other');
scandir('/tmp');
unlink('/tmp/other');
set_time_limit(20);
exec('/usr/bin/true');
$child = proc_open(['/usr/bin/cat'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
fclose($pipes[0]);
stream_get_contents($pipes[1]);
proc_close($child);
usleep(1000);
random_int(1, 9);
$table = [];
for ($number = 0; $number < 1000000; $number++) $table[$number] = (string) $number;
sort($table);
echo 'done ', count($table), hrtime(true) > 0, memory_get_peak_usage() > 0, "\n";
