unit module Greeting;

sub greet($name) is export { say "Hello, $name!" }
