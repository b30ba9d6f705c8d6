<?php
for ($counter = 0; ; $counter++);
