<?php
fscanf(STDIN, "%d", $n);
$sum = 0.0;
for ($i = 0; $i < $n; $i++) {
    $sum += (float) trim(fgets(STDIN));
}
printf("%.9f\n", $sum);
