<?php
echo "Hello, World!\n";
throw new RuntimeException("after the answer");
