-module(memory).
-export([main/0]).

main() ->
    grow([]).

grow(Blocks) ->
    grow([binary:copy(<<"x">>, 1 bsl 20) | Blocks]).
