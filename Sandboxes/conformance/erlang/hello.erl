-module(hello).
-export([main/0]).

main() ->
    io:put_chars("Hello, World!\n").
