-module(warnings).
-export([main/0]).

main() ->
    Unused = 1,
    io:put_chars("Hello, World!\n").
