<?php
$known = 1;
$half = $known / );
echo $half;
