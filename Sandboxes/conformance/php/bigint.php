<?php
$product = gmp_init(1);
for ($i = 1; $i <= 50; $i++) {
    $product *= $i;
}
echo $product, "\n";
