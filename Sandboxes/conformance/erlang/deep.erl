-module(deep).
-export([main/0]).

main() ->
    io:format("~b~n", [depth(100000)]).

depth(0) -> 0;
depth(N) -> 1 + depth(N - 1).
