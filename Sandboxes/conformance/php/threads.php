<?php
$sum = 0;
$add = function (int $number) use (&$sum) {
    for ($i = 0; $i < 1000; $i++) {
        $sum += $number;
        Fiber::suspend();
    }
};
$fibers = [];
for ($number = 0; $number < 4; $number++) {
    $fibers[] = $fiber = new Fiber($add);
    $fiber->start($number);
}
while ($fibers = array_filter($fibers, fn ($fiber) => !$fiber->isTerminated())) {
    foreach ($fibers as $fiber) {
        $fiber->resume();
    }
}
echo $sum, "\n";
