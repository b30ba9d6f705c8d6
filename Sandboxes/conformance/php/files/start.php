<?php
require __DIR__ . "/greeting.php";

greet("World");
