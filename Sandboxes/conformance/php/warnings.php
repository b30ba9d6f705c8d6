<?php
function greet(string $greeting = "Hello", string $name)
{
    echo "$greeting, $name!\n";
}

greet("Hello", "World");
