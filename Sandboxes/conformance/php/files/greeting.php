<?php
function greet(string $name): void
{
    echo "Hello, $name!\n";
}
