-module(bigint).
-export([main/0]).

main() ->
    io:format("~b~n", [lists:foldl(fun(N, Product) -> N * Product end, 1, lists:seq(1, 50))]).
