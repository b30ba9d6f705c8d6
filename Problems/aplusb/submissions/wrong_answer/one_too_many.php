<?php
[$a, $b] = explode(" ", trim(fgets(STDIN)));
echo (int) $a + (int) $b, "\n", "done\n";
